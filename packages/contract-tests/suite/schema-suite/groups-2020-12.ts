// Rules of JSON Schema 2020-12 that no group of the published suite covers, in the suite's format. Sections without a
// name are of https://json-schema.org/draft/2020-12/json-schema-validation, others of …/json-schema-core.
import type { Group } from './published-suite.ts'

function group(description: string, schema: unknown, valid: readonly unknown[], invalid: readonly unknown[]): Group {
  const test = (data: unknown, fits: boolean) => ({ description: JSON.stringify(data), data, valid: fits })
  return {
    description,
    schema,
    tests: [...valid.map((data) => test(data, true)), ...invalid.map((data) => test(data, false))],
  }
}

/** Parsed from JSON, so that it has a property of that name, not a prototype. */
const withPrototypeName: unknown = JSON.parse('{"__proto__": {}}')

/** The groups, by keyword. */
export const groups: Readonly<Record<string, readonly Group[]>> = {
  type: [
    group(
      '6.1.1: a number without a fraction is an integer, however it is written',
      { type: 'integer' },
      [1.0, 1e3, -0],
      [1.5],
    ),
    group('6.1.1: a list of types accepts each', { type: ['array', 'null'] }, [[], null], [{}, '', 0, false]),
  ],
  properties: [
    group(
      'core 10.3.2.1: names of prototypes are names like others',
      { properties: { toString: { minLength: 2 }, constructor: { type: 'number' } } },
      [[], {}, { constructor: 1 }, { toString: 'ab' }],
      [{ toString: 'a' }, { constructor: { length: 37 } }],
    ),
    group(
      'core 4.3.2: true and false are schemas',
      { properties: { foo: true, bar: false } },
      [{}, { foo: 1 }],
      [{ bar: 2 }, { foo: 1, bar: 2 }],
    ),
    group(
      'core 10.3.2.1: null as a value is a value',
      { properties: { foo: { type: 'null' } } },
      [{ foo: null }],
      [{ foo: 0 }],
    ),
  ],
  required: [
    group('6.5.3: a value that is not an object lacks nothing', { required: ['foo'] }, [[], 'foo', 12, null], [{}]),
    group('6.5.3: an empty list requires nothing', { required: [] }, [{}], []),
    group(
      '6.5.3: a name is compared whatever characters it has',
      { required: ['foo\nbar', 'a"b'] },
      [{ 'foo\nbar': 1, 'a"b': 1 }],
      [{ 'foo\nbar': 1 }],
    ),
    group(
      '6.5.3: inherited members do not count',
      { required: ['__proto__', 'toString', 'constructor'] },
      [JSON.parse('{"__proto__": 1, "toString": 1, "constructor": 1}')],
      [{}, withPrototypeName, { toString: 1 }, { constructor: 1 }],
    ),
  ],
  items: [
    group(
      'core 10.3.1.2: it applies to each item',
      { items: { type: 'integer' } },
      [[], [1, 2], { length: 1 }],
      [[1, 'x'], [null]],
    ),
    group('core 4.3.2: false as items accepts no item', { items: false }, [[], 'foo'], [[1]]),
    group('core 10.3.1.2: items may be any value', { items: {} }, [[1, 'a', null, {}]], []),
  ],
  oneOf: [
    group(
      'core 10.2.1.3: no more than one may match',
      { oneOf: [{ type: 'number' }, { type: 'integer' }] },
      [1.5],
      [1, 'x'],
    ),
    group('core 4.3.2: true and false are schemas', { oneOf: [true, false, false] }, ['foo'], []),
    group('core 4.3.2: two that accept anything accept nothing', { oneOf: [true, true, false] }, [], ['foo']),
    group(
      'core 10.2.1.3: with null as one of two',
      { oneOf: [{ type: 'object', required: ['a'] }, { type: 'null' }] },
      [null, { a: null }],
      [{}, 'null', 0],
    ),
  ],
  $ref: [
    group(
      'core 8.2.3.1: keywords beside a reference apply, too',
      { $defs: { list: { type: 'array' } }, properties: { foo: { $ref: '#/$defs/list', maxItems: 2 } } },
      [{ foo: [] }, { foo: [1, 2] }],
      [{ foo: [1, 2, 3] }, { foo: 'string' }],
    ),
    group(
      'core 8.2.3.1: a property may be called $ref',
      { properties: { $ref: { type: 'string' } } },
      [{ $ref: 'a' }],
      [{ $ref: 2 }],
    ),
    group(
      'core 4.3.2: it may lead to true or false',
      {
        $defs: { any: true, none: false },
        properties: { foo: { $ref: '#/$defs/any' }, bar: { $ref: '#/$defs/none' } },
      },
      [{ foo: 1 }],
      [{ bar: 1 }],
    ),
  ],
  pattern: [
    group(
      '6.3.3: a value that is not a string is ignored',
      { pattern: '^a*$' },
      [true, 123, 1.0, {}, [], null, 'aa'],
      ['abc'],
    ),
    group('6.4 of core: an expression is read as Unicode', { pattern: '^\\p{Letter}+$' }, ['é', 'λ', '𝒳'], ['1', '']),
    group('6.4 of core: a line break does not end a text', { pattern: '^abc$' }, ['abc'], ['abc\n', 'x\nabc']),
    group('6.4 of core: a digit is one of ten', { pattern: '^\\d$' }, ['0'], ['߀', '٣']),
  ],
  minLength: [
    group('6.3.2: a character is one of Unicode', { minLength: 2 }, ['😀😀', 'ab'], ['😀', 'a']),
    group('6.3.2: the limit may be written with a fraction of zero', { minLength: 2.0 }, ['fo', 12], ['f']),
  ],
  maxLength: [
    group('6.3.1: a character is one of Unicode', { maxLength: 2 }, ['😀😀', 'ab', 100], ['😀😀😀', 'abc']),
    group('6.3.1: no character at all', { maxLength: 0 }, [''], ['a']),
  ],
  minimum: [
    group('6.2.4: the limit itself is valid', { minimum: -2 }, [-1, 0, -2, -2.0, 'x', null], [-2.0001, -3]),
    group('6.2.4: zero, with either sign', { minimum: 0 }, [0, -0, 1e-300], [-1e-300]),
  ],
}

/** The groups, by format. Formats are asserted, as section 7.2 allows. */
export const formatGroups: Readonly<Record<string, readonly Group[]>> = {
  uuid: [
    group(
      'RFC 4122, section 3: five groups of hexadecimal digits, in either case',
      { type: 'string', format: 'uuid' },
      [
        '2EB8AA08-AA98-11EA-B4AA-73B441D16380',
        '2eb8aa08-aa98-11ea-b4aa-73b441d16380',
        '2eb8aa08-AA98-11ea-B4Aa-73B441D16380',
        '00000000-0000-0000-0000-000000000000',
      ],
      [
        '2eb8aa08-aa98-11ea-b4aa-73b441d1638',
        '2eb8aa08aa9811eab4aa73b441d16380',
        '2eb8-aa08-aa98-11ea-b4aa73b44-1d16380',
        '2eb8aa08-aa98-11ea-b4ga-73b441d16380',
        'urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380',
        '2eb8aa08-aa98-11ea-b4aa-73b441d16380\n',
      ],
    ),
  ],
  'date-time': [
    group('7.3.1: other types are ignored', { format: 'date-time' }, [12, 13.7, {}, [], false, null], []),
    group(
      'RFC 3339, section 5.6',
      { type: 'string', format: 'date-time' },
      [
        '1963-06-19T08:30:06.283185Z',
        '1937-01-01T12:00:27.87+00:20',
        '1990-12-31T15:59:50.123-08:00',
        '1963-06-19t08:30:06.283185z',
        '2019-08-29T23:47:28.8524555Z',
      ],
      [
        '1990-02-31T15:59:59.123-08:00',
        '1990-12-31T15:59:59-24:00',
        '1963-06-19T08:30:06.28123+01:00Z',
        '2013-350T01:01:01',
        '1963-6-19T08:30:06.283185Z',
        '1963-06-1T00:00:00Z',
        '1963-06-1৪T00:00:00Z',
        '1963-06-11T0৪:00:00Z',
        '1963-06-19 08:30:06Z',
      ],
    ),
    group(
      'RFC 3339, section 5.7: a leap second ends a month of UTC',
      { type: 'string', format: 'date-time' },
      ['1998-12-31T23:59:60Z', '1998-12-31T15:59:60.123-08:00'],
      ['1998-12-31T23:59:61Z', '1998-12-31T23:58:60Z', '1998-12-31T22:59:60Z', '1998-12-30T23:59:60Z'],
    ),
  ],
  'uri-reference': [
    group(
      'RFC 3986, sections 4.1 and 4.2',
      { type: 'string', format: 'uri-reference' },
      [
        'http://foo.bar/?baz=qux#quux',
        '//foo.bar/?baz=qux#quux',
        '/abc',
        'abc',
        '',
        '#fragment',
        '?query',
        './this:that',
        'a:b',
        '%41',
      ],
      ['\\\\WINDOWS\\fileshare', '#frag\\ment', 'a b', ':', '1:b', '%4', '%zz', '<a>', 'é'],
    ),
  ],
}
