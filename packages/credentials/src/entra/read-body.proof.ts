import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Bomb, brotliBomb, gzipBomb, plainBomb } from '../../test/bomb.ts'
import { type Certificate, createCertificate } from '../../test/certificate.ts'
import { type Misbehave, sendBomb, startHostileServer } from '../../test/hostile-server.ts'
import { hostileAnswers, mostOpen } from '../../test/open-sockets.ts'
import { runFile } from '../../test/processes.ts'

let certificate: Certificate
let bombs: Readonly<Record<string, Bomb>>
beforeAll(async () => {
  certificate = await createCertificate()
  bombs = { gzip: gzipBomb(), brotli: await brotliBomb(), plain: plainBomb() }
}, 120_000)
afterAll(() => certificate.remove())

/** Each function, with each path and status of a response that it may receive. */
const answers: readonly (readonly [question: string, path: string, status: number])[] = [
  ['check', '/v1/', 200],
  ['check', '/v1/', 400],
  ['check', '/v1/', 307],
  ['token', '/.well-known/', 200],
  ['token', '/token', 200],
  ['token', '/token', 400],
  ['token', '/token', 307],
  ['login', '/.well-known/', 200],
  ['login', '/devicecode', 200],
  ['login', '/devicecode', 400],
  ['login', '/token', 200],
  ['login', '/token', 400],
]
const all = ['gzip', 'brotli', 'plain'].flatMap((kind) => answers.map((answer) => [kind, ...answer] as const))

test.for(all)(
  'a %s bomb sent to %s from %s with status %d takes at most 200 MB',
  async ([kind, question, path, status]) => {
    const bomb = bombs[kind] ?? expect.unreachable()
    const misbehave: Misbehave = (url, response) => {
      if (!url.startsWith(path)) return false
      void sendBomb(response, status, bomb, status === 307 ? { Location: '/elsewhere' } : {})
      return true
    }
    const server = await startHostileServer(misbehave, certificate)
    onTestFinished(() => server.close())
    const { stdout } = await runFile('take-answer.ts', [question, server.url], {
      NODE_EXTRA_CA_CERTS: certificate.file,
    })
    const { outcome, megabytes } = JSON.parse(stdout)
    expect(outcome).toMatchObject(status === 307 && question === 'check' ? { ok: false } : { name: 'CredentialError' })
    expect(megabytes).toBeLessThanOrEqual(200)
    console.log(`${kind} ${question} ${path} ${status}: ${megabytes} MB`)
  },
)

test.for(hostileAnswers)('after 1,000 responses of %s (%s), at most 16 sockets open', async ([who, , misbehave]) => {
  const server = await startHostileServer(misbehave)
  onTestFinished(() => server.close())
  expect(await mostOpen(server, who, 1_000)).toBeLessThanOrEqual(16)
  expect(server.requests).toBe(1_000)
})
