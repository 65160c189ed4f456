import { all, type Case, drop, push, remove, set } from './edit.ts'

const order = 'components schemas Order'

/** What may be received at all: breaking where a receiver may get what it was not told of, or miss what it was told of. */
export const responseShapeCases: readonly Case[] = [
  ['a property more', set(`${order} properties x`, { type: 'string' }), 'feature', '`x` is new'],
  [
    'a property more, always there',
    all(set(`${order} properties x`, {}), push(`${order} required`, 'x')),
    'feature',
    '`x` is new, and always there',
  ],
  [
    'a property more, of a closed object',
    set(`${order} properties seal properties x`, {}),
    'breaking',
    '`seal.x` is new',
  ],
  ['a required property less', remove(`${order} properties state`), 'breaking', '`state`'],
  ['an optional property less', remove(`${order} properties note`), 'breaking', '`note` is gone'],
  ['a property may be missing', drop(`${order} required`, 'state'), 'breaking', '`state` may be missing now'],
  ['a property is always there', push(`${order} required`, 'amount'), 'feature', '`amount` is always there now'],
  [
    'an object is opened',
    set(`${order} properties seal additionalProperties`, true),
    'breaking',
    '`seal` may hold properties',
  ],
  ['an object is closed', set(`${order} additionalProperties`, false), 'feature', 'may no longer hold properties'],
  [
    'another type',
    set(`${order} properties amount type`, 'string'),
    'breaking',
    '`amount` is string in place of number',
  ],
  [
    'a type more',
    set('components schemas Fault properties text type', ['string', 'integer']),
    'breaking',
    '`text` may be integer now',
  ],
  [
    'a type less',
    set('components schemas Fault properties code type', 'string'),
    'feature',
    '`code` is never integer now',
  ],
  [
    'a number is always an integer',
    set(`${order} properties amount type`, 'integer'),
    'feature',
    '`amount` is integer in place of number',
  ],
  ['null may come', set(`${order} properties amount type`, ['number', 'null']), 'breaking', '`amount` may be null now'],
  [
    'null may come in place of what is referred to',
    set(`${order} properties id`, { oneOf: [{ $ref: '#/components/schemas/Id' }, { type: 'null' }] }),
    'breaking',
    '`id` may be null now',
  ],
  [
    'null may come, as OpenAPI 3.0 says it',
    set(`${order} properties amount nullable`, true),
    'breaking',
    '`amount` may be null now',
  ],
  ['null does not come', set(`${order} properties note type`, 'string'), 'feature', '`note` is never null now'],
  ['a value more', push(`${order} properties state enum`, 'lost'), 'breaking', '`state` may be "lost" now, too'],
  ['a value less', drop(`${order} properties state enum`, 'done'), 'feature', '`state` is never "done" now'],
  [
    'a known value more',
    push(`${order} properties color x-known-values`, { value: 'blue' }),
    'feature',
    '`color` may be `blue`, too',
  ],
  [
    'other words about a known value',
    set(`${order} properties color x-known-values`, [{ value: 'red', description: 'R' }]),
    'fix',
    'words about `red`',
  ],
  [
    'a closed set is opened',
    set(`${order} properties state`, { type: 'string', 'x-known-values': ['open', 'done'] }),
    'breaking',
    '`state` is any value',
  ],
  [
    'a known value more, as others write it',
    set(`${order} properties color`, { type: 'string', 'x-extensible-enum': ['red', 'blue'] }),
    'feature',
    '`blue`',
  ],
  [
    'a known value more, beside any text',
    set(`${order} properties color`, { anyOf: [{ type: 'string' }, { type: 'string', enum: ['red', 'blue'] }] }),
    'feature',
    '`color` may be `blue`, too',
  ],
]
