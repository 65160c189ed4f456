import { all, type Case, drop, push, remove, set } from './edit.ts'

const sent = 'components schemas NewOrder'
const address = 'components schemas Address'

/** Changes to the shape of requests: breaking if a request that was valid may now be rejected. */
export const requestShapeCases: readonly Case[] = [
  [
    'an added optional property',
    set(`${sent} properties x`, { type: 'string' }),
    'feature',
    '`x` is new and may be sent',
  ],
  [
    'an added required property',
    all(set(`${sent} properties x`, { type: 'string' }), push(`${sent} required`, 'x')),
    'breaking',
    '`x` is new and must be sent',
  ],
  ['a property becomes required', push(`${sent} required`, 'note'), 'breaking', '`note` must now be sent'],
  [
    'a property becomes required, and has a default',
    all(push(`${sent} required`, 'note'), set(`${sent} properties note default`, '-')),
    'breaking',
    '`note` must now be sent',
  ],
  [
    'a property without a schema becomes required',
    push(`${sent} required`, 'y'),
    'breaking',
    '`y` is new and must be sent',
  ],
  ['a property becomes optional', drop(`${sent} required`, 'kind'), 'feature', '`kind` need no longer be sent'],
  ['an open object loses a property', remove(`${sent} properties note`), 'feature', '`note` is no longer documented'],
  [
    'a removed property of a closed object',
    remove(`${address} properties zip`),
    'breaking',
    '`address.zip` is no longer accepted',
  ],
  [
    'an object is closed',
    set(`${sent} additionalProperties`, false),
    'breaking',
    'the body may no longer have properties',
  ],
  ['an object is opened', remove(`${address} additionalProperties`), 'feature', '`address` may have properties'],
  [
    'limits for other properties',
    set(`${sent} additionalProperties`, { type: 'string' }),
    'breaking',
    '`additionalProperties`',
  ],
  ['no limits for other properties', remove(`${sent} properties extra additionalProperties`), 'feature', '`extra`'],
  [
    'another type for other properties',
    set(`${sent} properties extra additionalProperties type`, 'integer'),
    'breaking',
    '`extra.*` is integer',
  ],
  ['a wider type', set(`${sent} properties note type`, ['string', 'integer']), 'feature', '`note` may be integer, too'],
  ['another type', set(`${sent} properties note type`, 'integer'), 'breaking', '`note` is integer instead of string'],
  [
    'an integer becomes a number',
    set(`${sent} properties count type`, 'number'),
    'feature',
    '`count` is number instead of integer',
  ],
  ['null is allowed', set(`${sent} properties note type`, ['string', 'null']), 'feature', '`note` may be null'],
  [
    'null is forbidden',
    set(`${sent} properties comment type`, 'string'),
    'breaking',
    '`comment` may no longer be null',
  ],
  [
    'an object may no longer be null',
    set(`${sent} properties address`, { $ref: '#/components/schemas/Address' }),
    'breaking',
    '`address` may no longer be null',
  ],
  ['an added value', push(`${sent} properties kind enum`, 'gift'), 'feature', '`kind` may be "gift", too'],
  ['a removed value', drop(`${sent} properties kind enum`, 'again'), 'breaking', '`kind` may no longer be "again"'],
  [
    'another value',
    set(`${sent} properties kind enum`, ['new', 'more']),
    'breaking',
    '`kind` is "more" or "new" instead of',
  ],
  [
    'a new fixed set of values',
    set(`${sent} properties note enum`, ['a']),
    'breaking',
    '`note` is "a" instead of any value',
  ],
  ['a single value', set(`${sent} properties note const`, 'a'), 'breaking', '`note` is "a" instead of any value'],
  ['no fixed set of values', remove(`${sent} properties kind enum`), 'feature', '`kind` is any value instead of'],
  [
    'an added known value',
    push(`${sent} properties color x-known-values`, { value: 'green' }),
    'feature',
    '`color` may be `green`, too',
  ],
  [
    'a removed known value',
    set(`${sent} properties color x-known-values`, [{ value: 'red' }]),
    'feature',
    'no longer known to be `blue`',
  ],
  [
    'an open set is closed',
    set(`${sent} properties color`, { type: 'string', enum: ['red', 'blue'] }),
    'breaking',
    '`color` is "blue" or "red" instead of any value',
  ],
]
