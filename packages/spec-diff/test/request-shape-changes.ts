import { all, type Case, drop, push, remove, set } from './edit.ts'

const sent = 'components schemas NewOrder'
const address = 'components schemas Address'

/** What may be sent at all: breaking where a request that was right may now be refused. */
export const requestShapeCases: readonly Case[] = [
  [
    'an optional property more',
    set(`${sent} properties x`, { type: 'string' }),
    'feature',
    '`x` is new, and may be sent',
  ],
  [
    'a required property more',
    all(set(`${sent} properties x`, { type: 'string' }), push(`${sent} required`, 'x')),
    'breaking',
    '`x` is new, and has to be sent',
  ],
  ['a property becomes required', push(`${sent} required`, 'note'), 'breaking', '`note` has to be sent now'],
  [
    'a property becomes required, and has a default',
    all(push(`${sent} required`, 'note'), set(`${sent} properties note default`, '-')),
    'breaking',
    '`note` has to be sent now',
  ],
  [
    'a property without a schema becomes required',
    push(`${sent} required`, 'y'),
    'breaking',
    '`y` is new, and has to be sent',
  ],
  ['a property becomes optional', drop(`${sent} required`, 'kind'), 'feature', '`kind` need not be sent any more'],
  ['a property less, of an open object', remove(`${sent} properties note`), 'feature', '`note` is no longer described'],
  [
    'a property less, of a closed object',
    remove(`${address} properties zip`),
    'breaking',
    '`address.zip` is no longer accepted',
  ],
  [
    'an object is closed',
    set(`${sent} additionalProperties`, false),
    'breaking',
    'the body may no longer hold properties',
  ],
  ['an object is opened', remove(`${address} additionalProperties`), 'feature', '`address` may hold properties'],
  [
    'other properties get limits',
    set(`${sent} additionalProperties`, { type: 'string' }),
    'breaking',
    '`additionalProperties`',
  ],
  ['other properties may be more', remove(`${sent} properties extra additionalProperties`), 'feature', '`extra`'],
  [
    'other properties are of another type',
    set(`${sent} properties extra additionalProperties type`, 'integer'),
    'breaking',
    '`extra.*` is integer',
  ],
  ['a type more', set(`${sent} properties note type`, ['string', 'integer']), 'feature', '`note` may be integer, too'],
  ['another type', set(`${sent} properties note type`, 'integer'), 'breaking', '`note` is integer in place of string'],
  [
    'an integer may be any number',
    set(`${sent} properties count type`, 'number'),
    'feature',
    '`count` is number in place of integer',
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
  ['a value more', push(`${sent} properties kind enum`, 'gift'), 'feature', '`kind` may be "gift", too'],
  ['a value less', drop(`${sent} properties kind enum`, 'again'), 'breaking', '`kind` may no longer be "again"'],
  [
    'another value',
    set(`${sent} properties kind enum`, ['new', 'more']),
    'breaking',
    '`kind` is "more" or "new" in place of',
  ],
  [
    'a fixed set of values',
    set(`${sent} properties note enum`, ['a']),
    'breaking',
    '`note` is "a" in place of any value',
  ],
  ['only one value', set(`${sent} properties note const`, 'a'), 'breaking', '`note` is "a" in place of any value'],
  ['any value', remove(`${sent} properties kind enum`), 'feature', '`kind` is any value in place of'],
  [
    'a known value more',
    push(`${sent} properties color x-known-values`, { value: 'green' }),
    'feature',
    '`color` may be `green`, too',
  ],
  [
    'a known value less',
    set(`${sent} properties color x-known-values`, [{ value: 'red' }]),
    'feature',
    'no longer known to be `blue`',
  ],
  [
    'an open set is closed',
    set(`${sent} properties color`, { type: 'string', enum: ['red', 'blue'] }),
    'breaking',
    '`color` is "blue" or "red" in place of any value',
  ],
]
