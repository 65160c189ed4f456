import { all, type Case, push, remove, set } from './edit.ts'

const sent = 'components schemas NewOrder'
const top = 'paths /orders get parameters 0'

/** How much, how long, and of which form what is sent may be: breaking where a request that was right may now be refused, or mean something else. */
export const requestLimitCases: readonly Case[] = [
  [
    'a length gets a limit',
    set(`${sent} properties comment maxLength`, 9),
    'breaking',
    '`comment` has `maxLength` 9, which it had not',
  ],
  ['a lower limit of length', set(`${sent} properties note maxLength`, 9), 'breaking', '`maxLength` 9 in place of 10'],
  [
    'a higher limit of length',
    set(`${sent} properties note maxLength`, 11),
    'feature',
    '`maxLength` 11 in place of 10',
  ],
  ['a greater least length', set(`${sent} properties note minLength`, 2), 'breaking', '`minLength` 2 in place of 1'],
  ['no least length', remove(`${sent} properties note minLength`), 'feature', 'no longer has `minLength` 1'],
  ['a new pattern', set(`${sent} properties note pattern`, '^a'), 'breaking', 'has `pattern` "^a", which it had not'],
  [
    'another pattern',
    set(`${sent} properties code pattern`, '^b'),
    'breaking',
    '`code` has `pattern` "^b" in place of',
  ],
  ['any text, where there was a pattern', remove(`${sent} properties code pattern`), 'feature', '`code` no longer has'],
  [
    'no pattern any more of what is received, too',
    remove('components schemas Id pattern'),
    'breaking',
    'no longer has `pattern`',
  ],
  ['a new format', set(`${sent} properties note format`, 'email'), 'breaking', '`note` has `format` "email"'],
  [
    'a wider format',
    set(`${sent} properties count format`, 'int64'),
    'feature',
    '`format` "int64" in place of "int32"',
  ],
  ['fewer items', set(`${sent} properties tags maxItems`, 2), 'breaking', '`tags` has `maxItems` 2'],
  ['no items are enough', remove(`${sent} properties tags minItems`), 'feature', '`tags` no longer has `minItems` 1'],
  [
    'no item twice',
    set(`${sent} properties tags uniqueItems`, true),
    'breaking',
    '`tags` may no longer hold the same twice',
  ],
  [
    'items of another type',
    set(`${sent} properties tags items type`, 'integer'),
    'breaking',
    '`tags[]` is integer in place of string',
  ],
  ['items of any type', remove(`${sent} properties tags items`), 'feature', '`tags` has no limits for `items`'],
  ['a lower minimum', set(`${top} schema minimum`, 0), 'feature', 'query parameter `top` has `minimum` 0'],
  ['a lower maximum', set(`${top} schema maximum`, 50), 'breaking', 'query parameter `top` has `maximum` 50'],
  [
    'a maximum that is excluded',
    all(set(`${top} schema exclusiveMaximum`, 100), remove(`${top} schema maximum`)),
    'breaking',
    '`exclusiveMaximum`',
  ],
  ['a finer multiple', set(`${top} schema multipleOf`, 1), 'feature', '`multipleOf` 1 in place of 2'],
  ['a coarser multiple', set(`${top} schema multipleOf`, 4), 'breaking', '`multipleOf` 4 in place of 2'],
  [
    'another default',
    set(`${top} schema default`, 20),
    'breaking',
    'query parameter `top` has `default` 20 in place of 10',
  ],
  [
    'a schema, where there was none',
    set(`${sent} properties note not`, { const: 'a' }),
    'breaking',
    '`note` has limits for `not`',
  ],
  [
    'a property for answers only',
    set(`${sent} properties note readOnly`, true),
    'breaking',
    '`note` is in answers only now',
  ],
  ['a property more, for answers only', set(`${sent} properties x`, { type: 'string', readOnly: true }), 'fix', ''],
  [
    'an excluded minimum',
    set(`${top} schema exclusiveMinimum`, 1),
    'breaking',
    '`exclusiveMinimum` 1, which it had not',
  ],
  ['fewer properties', set(`${sent} properties extra maxProperties`, 5), 'breaking', '`extra` has `maxProperties` 5'],
  ['more properties', set(`${sent} properties extra minProperties`, 1), 'breaking', '`extra` has `minProperties` 1'],
  ['names get limits', set(`${sent} properties extra propertyNames`, { maxLength: 3 }), 'breaking', '`propertyNames`'],
  [
    'properties of a pattern get limits',
    set(`${sent} properties extra patternProperties`, { '^a': { type: 'integer' } }),
    'breaking',
    '`extra` has limits for `patternProperties`',
  ],
  [
    'case does not matter',
    set(`${sent} properties color x-case-insensitive`, true),
    'feature',
    '`color` may be in any case',
  ],
  [
    'a keyword that nobody here knows',
    set(`${sent} properties note contentEncoding`, 'base64'),
    'breaking',
    'cannot be judged here (`contentEncoding`)',
  ],
  ['a property for requests only', set(`${sent} properties note writeOnly`, true), 'fix', ''],
  [
    'a property for answers only becomes required',
    all(set(`${sent} properties x`, { readOnly: true }), push(`${sent} required`, 'x')),
    'fix',
    '',
  ],
]
