import fc, { type Arbitrary } from 'fast-check'
import { isList, isObject, type JsonObject } from './document.ts'

/** Generates texts that are valid for a schema, or just invalid. */
export function textsOf(schema: JsonObject): Arbitrary<string> {
  const { format, pattern, minLength, maxLength } = schema
  const lengths = [minLength, maxLength].filter((length) => typeof length === 'number')
  const known = isList(schema['x-known-values']) ? schema['x-known-values'] : []
  const values = known.flatMap((item) => (isObject(item) && typeof item.value === 'string' ? [item.value] : []))
  const special = [
    ...(typeof format === 'string' ? [byFormat(format)] : []),
    ...(typeof pattern === 'string' ? [matching(pattern)] : []),
    // Near-GUIDs, where the pattern is that of a GUID.
    ...(typeof pattern === 'string' && pattern.endsWith('{12}$') ? [byFormat('uuid')] : []),
    ...lengths.map(aroundLength),
    ...(values.length > 0 ? [fc.constantFrom(...values).chain(anyCase)] : []),
  ]
  if (format === undefined && pattern === undefined) return fc.oneof(...special, free)
  return fc.oneof({ weight: 8, arbitrary: fc.oneof(...special) }, { weight: 1, arbitrary: free })
}

const strange = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '\0',
  '"',
  '\\',
  '/',
  ':',
  '%',
  '\u00a0',
  '\u2028',
  'é',
  '٣',
  '😀',
  '\ud800',
)

// Shared, because they take long to set up and there are many schemas.
const free = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: strange, maxLength: 8 }))
const byPattern = new Map<string, Arbitrary<string>>()

function matching(pattern: string): Arbitrary<string> {
  const texts = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'))
  byPattern.set(pattern, texts)
  return texts
}

function anyCase(text: string): Arbitrary<string> {
  return fc.constantFrom(text, text.toLowerCase(), text.toUpperCase())
}

/** Generates texts around a length limit. Characters beyond the basic plane take two UTF-16 code units, but count as one. */
function aroundLength(length: number): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('a', '😀', 'é'), fc.constantFrom(-1, 0, 0, 1))
    .map(([character, more]) => character.repeat(Math.max(0, length + more)))
}

const guid = fc.uuid().chain(anyCase)

function byFormat(format: string): Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.oneof(
        { weight: 5, arbitrary: guid },
        {
          weight: 1,
          arbitrary: guid.chain((id) =>
            fc.constantFrom(`urn:uuid:${id}`, `{${id}}`, id.replaceAll('-', ''), id.slice(1), `${id}\n`, `${id}0`),
          ),
        },
      )
    case 'date-time':
      return fc.oneof(
        { weight: 9, arbitrary: fc.tuple(date, separator, time).map((parts) => parts.join('')) },
        { weight: 1, arbitrary: fc.tuple(leapDay, separator, leapTime).map((parts) => parts.join('')) },
      )
    case 'uri-reference':
      return fc.oneof(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.webPath(),
        fc.tuple(guid, fc.constantFrom('/', '')).map(([id, start]) => `${start}productUpgrades/${id}`),
        fc.constantFrom(
          '//host/path',
          '?query',
          '#fragment',
          '',
          'a b',
          '\\a',
          '%',
          '%4',
          '%zz',
          'a|b',
          '<a>',
          'é',
          '[a]',
        ),
      )
    default:
      return fc.string()
  }
}

const twoDigits = (min: number, max: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))

const date = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(1900, 2000, 2019, 2023, 2024)),
    fc.oneof({ weight: 9, arbitrary: twoDigits(1, 12) }, { weight: 1, arbitrary: fc.constantFrom('00', '13', '2') }),
    fc.oneof({ weight: 6, arbitrary: twoDigits(1, 28) }, { weight: 1, arbitrary: twoDigits(29, 32) }),
  )
  .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`)

const fraction = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^[0-9]{1,9}$/).map((digits) => `.${digits}`),
  fc.constantFrom('.', ',5'),
)

const offset = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('Z', 'Z', 'z') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('+', '-'), twoDigits(0, 24), twoDigits(0, 60))
      .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'UTC', '+0100', '+01', '−01:00') },
)

const separator = fc.constantFrom('T', 'T', 'T', 't', ' ')

const time = fc
  .tuple(twoDigits(0, 24), twoDigits(0, 60), twoDigits(0, 59), fraction, offset)
  .map(([hour, minute, second, digits, zone]) => `${hour}:${minute}:${second}${digits}${zone}`)

/**
 * Days that had a leap second, and days that cannot end with one, whatever the offset. RFC 3339, section 5.7, leaves
 * other days to future announcements: an engine may use a list of past leap seconds, or accept the end of any month.
 */
const leapDay = fc.constantFrom('1990-12-31', '1998-12-31', '2016-12-31', '2016-12-15', '2019-08-29')

const leapTime = fc.oneof(
  fc.tuple(fc.constant('23:59:60'), fraction, offset).map((parts) => parts.join('')),
  fc.constantFrom('15:59:60-08:00', '23:59:61Z', '22:59:60Z', '23:58:60Z', '00:29:60.5-23:30'),
)
