import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Headers, statusOf, text, type Whole } from '../service/answers.ts'
import type { OddAnswer } from './odd-answer.ts'
import { nested } from './values.ts'

const sound = JSON.stringify(statusOf('4c721420-72ad-4708-a0a7-371a2f7b0969', 'Completed'))

/** Bodies other than the expected JSON object. */
const bodies: Readonly<Record<string, string | Buffer>> = {
  'a list': '[]',
  'a number': '42',
  'a text': '"Completed"',
  null: 'null',
  true: 'true',
  nothing: '',
  blanks: ' \r\n\t ',
  'JSON cut short': sound.slice(0, 60),
  'JSON with a byte order mark': `\ufeff${sound}`,
  'UTF-16': Buffer.from(`\ufeff${sound}`, 'utf16le'),
  'duplicate keys': '{"isEligible":true,"isEligible":"no","status":"Completed","status":{},"id":1,"id":null}',
  'keys of the prototype':
    '{"__proto__":{"isEligible":true,"status":"Completed"},"constructor":1,"toString":2,"then":3}',
  'two objects': '{}{}',
  'an object that is empty': '{}',
  'a trailing comma': '{"status":"Completed",}',
  NaN: '{"status":NaN}',
  'a huge number': `{"status":1e999,"isEligible":${'9'.repeat(5_000)}}`,
  'JSON 100,000 deep': nested(100_000),
  'NUL bytes': Buffer.alloc(2_000),
  'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x3a, 0x31, 0x7d]),
  'two megabytes': JSON.stringify({ padding: 'x'.repeat(2_000_000) }),
  XML: '<ProductUpgradesStatus><status>Completed</status></ProductUpgradesStatus>',
}

const all = ['eligibility', 'create', 'status'] as const

const plain = Object.entries(bodies).flatMap(([what, body]): readonly OddAnswer[] => [
  { name: `a body that is ${what}`, operations: all, answer: () => text(body) },
  {
    name: `a fault whose body is ${what}`,
    operations: ['eligibility', 'create'],
    idle: true,
    answer: () => text(body, 400),
  },
])

function typed(contentType: readonly string[], body: string | Buffer, more: Headers = []): Whole {
  const headers = contentType.map((value) => ['Content-Type', value] as const)
  return { status: 200, headers: [...headers, ...more], body, from: 'service' }
}

const bomb = Buffer.alloc(32 * 1024 * 1024, ' ')
const encoded = (body: Buffer, encoding: string): Whole =>
  typed(['application/json'], body, [['Content-Encoding', encoding]])
const gzipBomb = encoded(gzipSync(bomb, { level: 1 }), 'gzip')
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }
const brotliBomb = encoded(brotliCompressSync(bomb, quickly), 'br')

/** Responses with unusual bodies. */
export const oddBodies: readonly OddAnswer[] = [
  ...plain,
  {
    name: 'an image by its Content-Type',
    operations: all,
    answer: ({ upgradeId }) => typed(['image/png'], soundOf(upgradeId)),
  },
  { name: 'no Content-Type', operations: all, answer: ({ upgradeId }) => typed([], soundOf(upgradeId)) },
  { name: 'a broken Content-Type', operations: all, answer: ({ upgradeId }) => typed([';;=,/'], soundOf(upgradeId)) },
  {
    name: 'an unknown charset',
    operations: all,
    answer: ({ upgradeId }) => typed(['application/json; charset=klingon'], soundOf(upgradeId)),
  },
  { name: 'a gzip bomb', operations: all, answer: () => gzipBomb },
  { name: 'a brotli bomb', operations: all, answer: () => brotliBomb },
  { name: 'gzip that is none', operations: all, answer: () => encoded(Buffer.from('{"status":"Completed"}'), 'gzip') },
  { name: 'gzip cut short', operations: all, answer: () => encoded(gzipSync(sound).subarray(0, 40), 'gzip') },
  { name: 'an unknown Content-Encoding', operations: all, answer: () => encoded(Buffer.from(sound), 'rot13') },
  { name: 'gzip in gzip', operations: all, answer: () => encoded(gzipSync(gzipSync(sound)), 'gzip, gzip') },
]

function soundOf(upgradeId: string): string {
  return JSON.stringify({ ...statusOf(upgradeId, 'Completed'), isEligible: true })
}
