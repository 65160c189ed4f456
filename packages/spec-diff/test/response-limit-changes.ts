import { type Case, drop, push, remove, set } from './edit.ts'

const order = 'components schemas Order'

/** Changes to the limits of responses: breaking if a response may contain something that was undocumented. */
export const responseLimitCases: readonly Case[] = [
  [
    'a higher maximum length',
    set(`${order} properties note maxLength`, 20),
    'breaking',
    '`note` has `maxLength` 20 instead of 10',
  ],
  ['unlimited length', remove(`${order} properties note maxLength`), 'breaking', '`note` no longer has `maxLength` 10'],
  [
    'a lower maximum length',
    set(`${order} properties note maxLength`, 5),
    'feature',
    '`note` has `maxLength` 5 instead of 10',
  ],
  ['a lower minimum', set(`${order} properties amount minimum`, -1), 'breaking', '`amount` has `minimum` -1'],
  ['a higher minimum', set(`${order} properties amount minimum`, 1), 'feature', '`amount` has `minimum` 1'],
  ['a higher maximum', set(`${order} properties amount maximum`, 2000), 'breaking', '`amount` has `maximum` 2000'],
  ['a new pattern', set(`${order} properties note pattern`, '^a'), 'feature', '`note` now has `pattern` "^a"'],
  [
    'another pattern',
    set(`${order} properties code pattern`, '^b'),
    'breaking',
    '`code` has `pattern` "^b" instead of',
  ],
  [
    'a removed pattern of a string property',
    remove(`${order} properties code pattern`),
    'breaking',
    '`code` no longer has',
  ],
  ['no format', remove(`${order} properties made format`), 'breaking', '`made` no longer has `format` "date-time"'],
  ['another format', set(`${order} properties made format`, 'date'), 'breaking', '`made` has `format` "date"'],
  ['a wider format', set(`${order} properties count format`, 'int64'), 'breaking', '`count` has `format` "int64"'],
  [
    'a new format',
    set('components schemas Fault properties text format', 'uri'),
    'feature',
    '`text` now has `format` "uri"',
  ],
  ['more items', set(`${order} properties tags maxItems`, 9), 'breaking', '`tags` has `maxItems` 9'],
  ['items of another type', set(`${order} properties tags items type`, 'integer'), 'breaking', '`tags[]` is integer'],
  ['untyped items', remove(`${order} properties tags items`), 'breaking', '`tags` no longer has limits for `items`'],
  [
    'a removed alternative',
    set(`${order} properties product anyOf`, [{ $ref: '#/components/schemas/Good' }]),
    'feature',
    '`product` is now never of one of its forms',
  ],
  [
    'an added alternative',
    push(`${order} properties product anyOf`, {
      type: 'object',
      required: ['url'],
      properties: { url: { type: 'string' } },
    }),
    'breaking',
    '`product` may now be of another form',
  ],
  [
    'a change within an alternative',
    drop('components schemas Service required', 'hours'),
    'breaking',
    '`product.hours` may now be missing',
  ],
  ['ignored case', set(`${order} properties color x-case-insensitive`, true), 'breaking', '`color` may be in any case'],
  [
    'an exclusive maximum',
    set(`${order} properties amount exclusiveMaximum`, 1000),
    'feature',
    '`exclusiveMaximum` 1000',
  ],
  [
    'a type for other properties',
    set(`${order} additionalProperties`, { type: 'string' }),
    'feature',
    '`additionalProperties`',
  ],
  ['another default', set(`${order} properties tags default`, []), 'fix', '`tags` now has `default`'],
  ['a property is deprecated', set(`${order} properties note deprecated`, true), 'feature', '`note` is deprecated'],
  [
    'a property becomes writeOnly',
    set(`${order} properties note writeOnly`, true),
    'breaking',
    '`note` is now in requests only',
  ],
  ['a property becomes readOnly', set(`${order} properties note readOnly`, true), 'fix', ''],
  ['an added writeOnly property', set(`${order} properties seal properties x`, { writeOnly: true }), 'fix', ''],
]
