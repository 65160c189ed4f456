import { all, type Case, push, remove, set } from './edit.ts'

const sent = 'components schemas NewOrder'
const top = 'paths /orders get parameters 0'

/** Changes to the limits of requests: breaking if a request that was valid may now be rejected, or mean something else. */
export const requestLimitCases: readonly Case[] = [
  [
    'a limit for a length',
    set(`${sent} properties comment maxLength`, 9),
    'breaking',
    '`comment` now has `maxLength` 9',
  ],
  ['a lower maximum length', set(`${sent} properties note maxLength`, 9), 'breaking', '`maxLength` 9 instead of 10'],
  [
    'a higher limit for the length',
    set(`${sent} properties note maxLength`, 11),
    'feature',
    '`maxLength` 11 instead of 10',
  ],
  ['a greater minimum length', set(`${sent} properties note minLength`, 2), 'breaking', '`minLength` 2 instead of 1'],
  ['no minimum length', remove(`${sent} properties note minLength`), 'feature', 'no longer has `minLength` 1'],
  ['a new pattern', set(`${sent} properties note pattern`, '^a'), 'breaking', 'now has `pattern` "^a"'],
  [
    'a different pattern',
    set(`${sent} properties code pattern`, '^b'),
    'breaking',
    '`code` has `pattern` "^b" instead of',
  ],
  ['a removed pattern for a text', remove(`${sent} properties code pattern`), 'feature', '`code` no longer has'],
  [
    'a removed pattern of a shared schema',
    remove('components schemas Id pattern'),
    'breaking',
    'no longer has `pattern`',
  ],
  ['a new format', set(`${sent} properties note format`, 'email'), 'breaking', '`note` now has `format` "email"'],
  [
    'a wider integer format',
    set(`${sent} properties count format`, 'int64'),
    'feature',
    '`format` "int64" instead of "int32"',
  ],
  ['fewer items', set(`${sent} properties tags maxItems`, 2), 'breaking', '`tags` has `maxItems` 2'],
  ['no minimum of items', remove(`${sent} properties tags minItems`), 'feature', '`tags` no longer has `minItems` 1'],
  [
    'duplicate items are forbidden',
    set(`${sent} properties tags uniqueItems`, true),
    'breaking',
    '`tags` may no longer contain duplicates',
  ],
  [
    'items of another type',
    set(`${sent} properties tags items type`, 'integer'),
    'breaking',
    '`tags[]` is integer instead of string',
  ],
  ['items of any type', remove(`${sent} properties tags items`), 'feature', '`tags` no longer has limits for `items`'],
  ['a lower minimum', set(`${top} schema minimum`, 0), 'feature', 'query parameter `top` has `minimum` 0'],
  ['a lower maximum', set(`${top} schema maximum`, 50), 'breaking', 'query parameter `top` has `maximum` 50'],
  [
    'an exclusive maximum',
    all(set(`${top} schema exclusiveMaximum`, 100), remove(`${top} schema maximum`)),
    'breaking',
    '`exclusiveMaximum`',
  ],
  ['a finer multiple', set(`${top} schema multipleOf`, 1), 'feature', '`multipleOf` 1 instead of 2'],
  ['a coarser multiple', set(`${top} schema multipleOf`, 4), 'breaking', '`multipleOf` 4 instead of 2'],
  [
    'another default',
    set(`${top} schema default`, 20),
    'breaking',
    'query parameter `top` has `default` 20 instead of 10',
  ],
  [
    'an added condition',
    set(`${sent} properties note not`, { const: 'a' }),
    'breaking',
    '`note` now has limits for `not`',
  ],
  [
    'a property becomes readOnly',
    set(`${sent} properties note readOnly`, true),
    'breaking',
    '`note` is now in responses only',
  ],
  ['an added readOnly property', set(`${sent} properties x`, { type: 'string', readOnly: true }), 'fix', ''],
  [
    'an exclusive minimum',
    set(`${top} schema exclusiveMinimum`, 1),
    'breaking',
    'query parameter `top` now has `exclusiveMinimum` 1',
  ],
  ['maxProperties', set(`${sent} properties extra maxProperties`, 5), 'breaking', '`extra` now has `maxProperties` 5'],
  ['minProperties', set(`${sent} properties extra minProperties`, 1), 'breaking', '`extra` now has `minProperties` 1'],
  ['propertyNames', set(`${sent} properties extra propertyNames`, { maxLength: 3 }), 'breaking', '`propertyNames`'],
  [
    'limits for properties by pattern',
    set(`${sent} properties extra patternProperties`, { '^a': { type: 'integer' } }),
    'breaking',
    '`extra` now has limits for `patternProperties`',
  ],
  [
    'case becomes irrelevant',
    set(`${sent} properties color x-case-insensitive`, true),
    'feature',
    '`color` may be in any case',
  ],
  [
    'an unknown keyword',
    set(`${sent} properties note contentEncoding`, 'base64'),
    'breaking',
    'cannot be judged (`contentEncoding`)',
  ],
  ['a property becomes writeOnly', set(`${sent} properties note writeOnly`, true), 'fix', ''],
  [
    'a readOnly property becomes required',
    all(set(`${sent} properties x`, { readOnly: true }), push(`${sent} required`, 'x')),
    'fix',
    '',
  ],
]
