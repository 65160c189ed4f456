import { all, type Case, drop, push, remove, set } from './edit.ts'

const order = 'components schemas Order'

/** Changes to the shape of responses: breaking if one may contain something that was undocumented, or lack something documented. */
export const responseShapeCases: readonly Case[] = [
  ['an added property', set(`${order} properties x`, { type: 'string' }), 'feature', '`x` is new'],
  [
    'an added required property',
    all(set(`${order} properties x`, {}), push(`${order} required`, 'x')),
    'feature',
    '`x` is new and always present',
  ],
  [
    'an added property of a closed object',
    set(`${order} properties seal properties x`, {}),
    'breaking',
    '`seal.x` is new',
  ],
  ['a removed required property', remove(`${order} properties state`), 'breaking', '`state`'],
  ['a removed optional property', remove(`${order} properties note`), 'breaking', '`note` is gone'],
  ['a property becomes optional', drop(`${order} required`, 'state'), 'breaking', '`state` may now be missing'],
  ['a property becomes required', push(`${order} required`, 'amount'), 'feature', '`amount` is now always present'],
  [
    'an object is opened',
    set(`${order} properties seal additionalProperties`, true),
    'breaking',
    '`seal` may have properties',
  ],
  ['an object is closed', set(`${order} additionalProperties`, false), 'feature', 'may no longer have properties'],
  [
    'another type',
    set(`${order} properties amount type`, 'string'),
    'breaking',
    '`amount` is string instead of number',
  ],
  [
    'an added type',
    set('components schemas Fault properties text type', ['string', 'integer']),
    'breaking',
    '`text` may now be integer',
  ],
  [
    'a removed type',
    set('components schemas Fault properties code type', 'string'),
    'feature',
    '`code` is now never integer',
  ],
  [
    'a number becomes an integer',
    set(`${order} properties amount type`, 'integer'),
    'feature',
    '`amount` is integer instead of number',
  ],
  ['null allowed', set(`${order} properties amount type`, ['number', 'null']), 'breaking', '`amount` may now be null'],
  [
    'null is allowed beside a reference',
    set(`${order} properties id`, { oneOf: [{ $ref: '#/components/schemas/Id' }, { type: 'null' }] }),
    'breaking',
    '`id` may now be null',
  ],
  [
    'null is allowed by nullable of OpenAPI 3.0',
    set(`${order} properties amount nullable`, true),
    'breaking',
    '`amount` may now be null',
  ],
  ['null is forbidden', set(`${order} properties note type`, 'string'), 'feature', '`note` is now never null'],
  ['an added value', push(`${order} properties state enum`, 'lost'), 'breaking', '`state` may now be "lost", too'],
  ['a removed value', drop(`${order} properties state enum`, 'done'), 'feature', '`state` is now never "done"'],
  [
    'an added known value',
    push(`${order} properties color x-known-values`, { value: 'blue' }),
    'feature',
    '`color` may be `blue`, too',
  ],
  [
    'another description of a known value',
    set(`${order} properties color x-known-values`, [{ value: 'red', description: 'R' }]),
    'fix',
    'description of `red`',
  ],
  [
    'a closed set is opened',
    set(`${order} properties state`, { type: 'string', 'x-known-values': ['open', 'done'] }),
    'breaking',
    '`state` is any value',
  ],
  [
    'a known value added as x-extensible-enum',
    set(`${order} properties color`, { type: 'string', 'x-extensible-enum': ['red', 'blue'] }),
    'feature',
    '`blue`',
  ],
  [
    'a known value added beside any string',
    set(`${order} properties color`, { anyOf: [{ type: 'string' }, { type: 'string', enum: ['red', 'blue'] }] }),
    'feature',
    '`color` may be `blue`, too',
  ],
]
