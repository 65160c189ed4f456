import { expect, test } from 'vitest'
import { loadOperation, the } from '../../test/fixture.ts'
import { formats } from './formats.ts'

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
      '2017-01-01T00:59:60+01:00',
      '2019-04-30T23:59:60z',
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
      '2019-04-29T23:59:60Z',
      '2019-05-01T23:59:60+01:00',
      'T2019-08-29T23:47:28Z',
      '2019-08-29TT23:47:28Z',
      '2019-08-29x23:47:28Z',
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
    valid: [
      ...['2000-02-29', '2004-02-29', '2019-02-28', '2019-01-01'],
      ...['01-31', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31'].map(
        (day) => `2019-${day}`,
      ),
    ],
    invalid: [
      '2019-02-29',
      ...['01-32', '03-32', '04-31', '05-32', '06-31', '07-32', '08-32', '09-31', '10-32', '11-31', '12-32'].map(
        (day) => `2019-${day}`,
      ),
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
    valid: [
      ...['23:20:50.52Z', '08:30:06+00:20', '00:00:00z', '23:59:59-23:59', '08:30:06.123456789+23:59'],
      // Leap seconds at the end of a UTC day.
      ...['23:59:60Z', '22:59:60-01:00', '00:59:60+01:00', '00:00:60+00:01', '23:58:60+23:59', '00:00:60-23:59'],
    ],
    invalid: [
      ...['08:30:06', '24:00:00Z', '08:60:00Z', '08:30:61Z', '08:30:06 PST', '108:30:06Z', '08:30:06Z1', '8:30:06Z'],
      ...['08:30:06.Z', '08:30:06+24:00', '08:30:06+00:60', '08:30:06+1:00', '08:30:06+0100', '08:30Z', ''],
      ...['22:59:60Z', '23:58:60Z', '23:59:60+01:00', '23:59:60-00:01', '00:59:60-01:00'],
    ],
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

/** Whether a value matches a format. */
function fits(name: string, value: unknown): boolean {
  const format = formats[name]
  if (format instanceof RegExp) return format.test(String(value))
  if (typeof format === 'function') return format(String(value))
  return typeof format === 'object' && typeof value === 'number' && format.validate(value)
}

test.each(Object.entries(cases))('The format %s is checked', (format, { valid, invalid }) => {
  expect(valid.filter((value) => !fits(format, value))).toEqual([])
  expect(invalid.filter((value) => fits(format, value))).toEqual([])
})

test('The formats int32 and int64 limit a number', () => {
  expect([2147483647, -2147483648, 0].filter((value) => !fits('int32', value))).toEqual([])
  expect([2147483648, -2147483649, 1.5].filter((value) => fits('int32', value))).toEqual([])
  expect([2147483648, -(2 ** 63), 2 ** 63 - 1024].filter((value) => !fits('int64', value))).toEqual([])
  expect([2 ** 63, -(2 ** 63) - 2048, 1.5].filter((value) => fits('int64', value))).toEqual([])
})

test('A contract checks the formats of strings and numbers, and an unknown format has no effect', async () => {
  const all = '{ a: { format: date-time }, b: { format: int32 }, c: { format: uri }, d: { format: colour } }'
  const check = await checkOf(`{ properties: ${all} }`)
  expect(check({ a: '2019-08-29T23:47:28Z', b: 1, c: 'urn:a', d: 'whatever' })).toEqual([])
  expect(check({ a: '2019-08-29', b: 1.5, c: 'a', d: 1 })).toMatchObject([
    { pointer: '/a', message: 'must match format "date-time"' },
    { pointer: '/b', message: 'must match format "int32"' },
    { pointer: '/c', message: 'must match format "uri"' },
  ])
  expect(check({ a: 1, b: 'a' })).toEqual([])
})

async function checkOf(schema: string): Promise<(value: unknown) => readonly unknown[]> {
  const operation = await loadOperation(
    `responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`,
  )
  return the(the(operation.responses[200]).content['application/json']?.validate)
}
