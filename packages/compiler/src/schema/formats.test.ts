import { expect, test } from 'vitest'
import { loadOperation, the } from '../../test/fixture.ts'

// Expectations from RFC 3339 (dates and times), RFC 4122 (UUID), RFC 3986 (URI) and OpenAPI's format registry.
const cases: Readonly<Record<string, { valid: readonly unknown[]; invalid: readonly unknown[] }>> = {
  uuid: {
    valid: ['c1958bc7-3284-4952-a257-de594ee64743', 'C1958BC7-3284-4952-A257-DE594EE64743'],
    invalid: [
      'urn:uuid:c1958bc7-3284-4952-a257-de594ee64743',
      '{c1958bc7-3284-4952-a257-de594ee64743}',
      'c1958bc7328449 52a257de594ee64743',
      '',
    ],
  },
  'date-time': {
    valid: [
      '2019-08-29T23:47:28.8524555Z',
      '2019-08-29T23:47:28Z',
      '1985-04-12t23:20:50.52z',
      '1996-12-19T16:39:57-08:00',
      '1990-12-31T15:59:60-08:00',
      '1999-01-01t05:29:60.25+05:30',
      '1972-06-30T23:59:60z',
      '2020-02-29T00:00:00Z',
      '2020-02-29T23:59:59+23:59',
      '1998-12-31T23:59:60.123Z',
      '1998-12-31t18:29:60.5-05:30',
    ],
    invalid: [
      '2019-08-29',
      '2019-08-29T23:47:28',
      '2019-08-29 23:47:28Z',
      '2019-02-29T00:00:00Z',
      '2019-08-29T24:00:00Z',
      '2019-08-29T23:47:28+0100',
      '2019-08-29T23:47:60Z',
      '2019-08-29T23:59:60Z',
      '1990-12-31T23:59:60+00:01',
      '1990-12-30T15:59:60-08:00',
      '2019-8-29T23:47:28Z',
      '2019-08-29T23:47:28.Z',
      'x2019-08-29T23:47:28Z',
      '2019-08-29T23:47:28Zz',
      '2019-08-29T23:60:28Z',
      '2019-08-29T23:47:28+24:00',
      '2019-08-29T23:47:28+00:60',
      '1998-12-31T23:59:60.5',
    ],
  },
  date: {
    valid: ['2000-02-29', '2019-12-31'],
    invalid: [
      '1900-02-29',
      '2019-13-01',
      '2019-04-31',
      '2019-04-00',
      '2019-00-10',
      '2019-1-1',
      '12019-04-01',
      '2019-04-011',
      '',
    ],
  },
  time: {
    valid: ['23:20:50.52Z', '23:59:60Z', '08:30:06+00:20'],
    invalid: ['08:30:06', '24:00:00Z', '22:59:60Z', '08:30:06 PST', '108:30:06Z', '08:30:06Z1', '08:30:61Z'],
  },
  uri: {
    valid: ['https://example.com/a?b=c#d', 'urn:uuid:1', 'mailto:a@example.com', 'http://[::1]:80/'],
    invalid: ['/a/b', 'example', 'http://exa mple.com', 'https://example.com/<a>', '//example.com'],
  },
  'uri-reference': {
    valid: [
      'productUpgrades/1',
      '/v1/a',
      '',
      '#a',
      'https://example.com',
      './a:b',
      '/a:b',
      '?a:b',
      '//example.com:80',
      'a:',
    ],
    invalid: ['a b', '\\\\server', '#a<b>', '"', '/"', '?"', '#"', ':', '1:a', 'é:', '_a:b/c'],
  },
  email: { valid: ['a@example.com'], invalid: ['a', '@example.com'] },
  byte: { valid: ['', 'aGk=', 'aGkh'], invalid: ['aGk', 'a?=='] },
  regex: { valid: ['^a+$', '\\p{L}'], invalid: ['(', '\\-'] },
  ipv4: { valid: ['127.0.0.1'], invalid: ['256.0.0.1', '127.0.0'] },
}

test.each(Object.entries(cases))('The format %s is checked', async (format, { valid, invalid }) => {
  const check = await checkOf(`{ type: string, format: ${format} }`)
  expect(valid.filter((value) => check(value).length > 0)).toEqual([])
  expect(invalid.filter((value) => check(value).length === 0)).toEqual([])
})

test('The formats int32 and int64 limit a number', async () => {
  const int32 = await checkOf('{ type: integer, format: int32 }')
  expect([2147483647, -2147483648].flatMap(int32)).toEqual([])
  expect([2147483648, -2147483649, 1.5].map((value) => int32(value).length > 0)).toEqual([true, true, true])
  const int64 = await checkOf('{ type: integer, format: int64 }')
  expect(int64(2147483648)).toEqual([])
  expect(int64(-(2 ** 63))).toEqual([])
  expect([2 ** 63, -1e19].map((value) => int64(value).length > 0)).toEqual([true, true])
  const number = await checkOf('{ type: number, format: int64 }')
  expect(number(1.5)).toHaveLength(1)
})

test('An unknown format validates nothing', async () => {
  const check = await checkOf('{ type: string, format: colour }')
  expect(check('whatever')).toEqual([])
})

async function checkOf(schema: string): Promise<(value: unknown) => readonly unknown[]> {
  const operation = await loadOperation(
    `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`,
  )
  return the(the(operation.responses[200]).content['application/json']?.validate)
}
