import { type Case, drop, push, remove, set } from './edit.ts'

const order = 'components schemas Order'

/** How much, how long, and of which form what is received may be: breaking where a receiver may get what it was not told of. */
export const responseLimitCases: readonly Case[] = [
  [
    'a greater length',
    set(`${order} properties note maxLength`, 20),
    'breaking',
    '`note` has `maxLength` 20 in place of 10',
  ],
  ['any length', remove(`${order} properties note maxLength`), 'breaking', '`note` no longer has `maxLength` 10'],
  [
    'a shorter length',
    set(`${order} properties note maxLength`, 5),
    'feature',
    '`note` has `maxLength` 5 in place of 10',
  ],
  ['a lower minimum', set(`${order} properties amount minimum`, -1), 'breaking', '`amount` has `minimum` -1'],
  ['a higher minimum', set(`${order} properties amount minimum`, 1), 'feature', '`amount` has `minimum` 1'],
  ['a higher maximum', set(`${order} properties amount maximum`, 2000), 'breaking', '`amount` has `maximum` 2000'],
  ['a new pattern', set(`${order} properties note pattern`, '^a'), 'feature', '`note` has `pattern` "^a"'],
  [
    'another pattern',
    set(`${order} properties code pattern`, '^b'),
    'breaking',
    '`code` has `pattern` "^b" in place of',
  ],
  [
    'any text, where there was a pattern',
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
    '`text` has `format` "uri"',
  ],
  ['more items', set(`${order} properties tags maxItems`, 9), 'breaking', '`tags` has `maxItems` 9'],
  ['items of another type', set(`${order} properties tags items type`, 'integer'), 'breaking', '`tags[]` is integer'],
  ['items of any type', remove(`${order} properties tags items`), 'breaking', '`tags` has no limits for `items`'],
  [
    'one of its forms less',
    set(`${order} properties product anyOf`, [{ $ref: '#/components/schemas/Good' }]),
    'feature',
    '`product` is never of one of its forms',
  ],
  [
    'a form more',
    push(`${order} properties product anyOf`, {
      type: 'object',
      required: ['url'],
      properties: { url: { type: 'string' } },
    }),
    'breaking',
    '`product` may be of another form now',
  ],
  [
    'a change in one of its forms',
    drop('components schemas Service required', 'hours'),
    'breaking',
    '`product.hours` may be missing now',
  ],
  ['any case', set(`${order} properties color x-case-insensitive`, true), 'breaking', '`color` may be in any case'],
  [
    'an excluded maximum',
    set(`${order} properties amount exclusiveMaximum`, 1000),
    'feature',
    '`exclusiveMaximum` 1000',
  ],
  [
    'other properties of a type',
    set(`${order} additionalProperties`, { type: 'string' }),
    'feature',
    '`additionalProperties`',
  ],
  ['another default', set(`${order} properties tags default`, []), 'fix', '`tags` has `default`'],
  ['a property is deprecated', set(`${order} properties note deprecated`, true), 'feature', '`note` is deprecated'],
  [
    'a property for requests only',
    set(`${order} properties note writeOnly`, true),
    'breaking',
    '`note` is in requests only now',
  ],
  ['a property for answers only', set(`${order} properties note readOnly`, true), 'fix', ''],
  ['a property more, for requests only', set(`${order} properties seal properties x`, { writeOnly: true }), 'fix', ''],
]
