import { all, type Case, push, remove, set } from './edit.ts'

const list = 'paths /orders get'
const order = 'components schemas Order'

/** Changes to whole operations, to parts of the document that apply to all of them, and to texts. */
export const operationCases: readonly Case[] = [
  [
    'an added operation',
    set('paths /goods', { get: { operationId: 'listGoods', responses: {} } }),
    'feature',
    '`listGoods` is new',
  ],
  ['a removed operation', remove('paths /orders/{id}'), 'breaking', '`readOrder` is gone'],
  [
    'another method',
    all(set('paths /orders put', { operationId: 'createOrder' }), remove('paths /orders post')),
    'breaking',
    '`createOrder` is gone',
  ],
  [
    'another path',
    all(set('paths /goods', { get: { operationId: 'readOrder' } }), remove('paths /orders/{id}')),
    'breaking',
    '`readOrder` is gone',
  ],
  // Types and generated code are named after these, though they are never sent.
  ['another operationId', set(`${list} operationId`, 'findOrders'), 'breaking', 'is the new name of `listOrders`'],
  ['no operationId', remove(`${list} operationId`), 'breaking', '`listOrders` no longer has an `operationId`'],
  [
    'a renamed path parameter',
    (document) => {
      const text = JSON.stringify(document)
        .replace('/orders/{id}', '/orders/{key}')
        .replace('"name":"id"', '"name":"key"')
      return JSON.parse(text)
    },
    'breaking',
    'is at `/orders/{key}` instead of `/orders/{id}`',
  ],
  ['an operation is deprecated', set(`${list} deprecated`, true), 'feature', '`listOrders` is deprecated'],
  ['an added scope', set('security', [{ token: ['read', 'write'] }]), 'breaking', 'the credentials are'],
  ['a removed scope', set('security', [{ token: [] }]), 'feature', 'the credentials are'],
  ['an added alternative of credentials', push('security', { key: [] }), 'feature', 'or apiKey header X-Key'],
  [
    'other credentials instead',
    set('security', [{ key: [] }]),
    'breaking',
    'the credentials are apiKey header X-Key instead of',
  ],
  ['credentials of two kinds', set('security', [{ token: ['read'], key: [] }]), 'breaking', 'and apiKey header X-Key'],
  ['no credentials required', set(`${list} security`, []), 'feature', 'the credentials are none'],
  [
    'tokens from another URL',
    set('components securitySchemes token flows clientCredentials tokenUrl', 'https://other.example'),
    'breaking',
    'https://other.example',
  ],
  [
    'a renamed security scheme',
    (document) => JSON.parse(JSON.stringify(document).replaceAll('"token"', '"auth"')),
    'fix',
    'written differently',
  ],
  [
    'an added server',
    push('servers', { url: 'https://api.example.de' }),
    'feature',
    'server `https://api.example.de` is new',
  ],
  ['a removed server', remove('servers 1'), 'breaking', 'server `https://api.example.cn` is gone'],
  ['another description', set(`${order} description`, 'An order.'), 'fix', 'description'],
  ['another example', set(`${order} examples`, [{}]), 'fix', 'examples'],
  ['another summary', set(`${list} summary`, 'Lists.'), 'fix', '`listOrders` has new text: summary'],
  [
    'evidence',
    set(`${order} properties note x-evidence`, { level: 'inferred' }),
    'fix',
    '`note` has new text: evidence',
  ],
  ['another description of the document', set('info description', 'D'), 'fix', 'the document has different text: info'],
  ['another version of the document', set('info version', '2.0.0'), undefined, ''],
  ['an unused component', set('components schemas Unused', {}), 'fix', 'no operation uses'],
  [
    'the same schema, written out',
    set(`${order} properties id`, { type: 'string', format: 'uuid', pattern: '^[0-9a-f-]{36}$' }),
    'fix',
    'written differently',
  ],
  [
    'the same schema, as a combination',
    set(`${order} properties id`, { allOf: [{ $ref: '#/components/schemas/Id' }] }),
    'fix',
    'written differently',
  ],
  [
    'the same schema, with null in another way',
    set(`${order} properties note`, { oneOf: [{ type: 'null' }, { type: 'string', maxLength: 10 }] }),
    'fix',
    'written differently',
  ],
  ['a webhook', set('webhooks', { sold: {} }), 'breaking', 'cannot be judged (`webhooks`)'],
  ['an added fault', set('x-faults 8', { name: 'closed', status: 403 }), 'feature', 'fault 8 is new'],
  ['a removed fault', remove('x-faults 7'), 'breaking', 'fault 7 is gone'],
  ['another status of a fault', set('x-faults 7 status', 410), 'breaking', 'fault 7 has status 410 instead of 404'],
  [
    'another name of a fault',
    set('x-faults 7 name', 'vanished'),
    'breaking',
    'fault 7 has name "vanished" instead of "soldOut"',
  ],
  ['a fault that may be retried now', set('x-faults 7 retry', 'later'), 'feature', 'fault 7 has retry "later"'],
  [
    'a fault of an additional operation',
    set('x-faults 7 operations listOrders', {}),
    'feature',
    'fault 7 is expected from `listOrders`, too',
  ],
  ['another text of a fault', set('x-faults 7 text', 'Gone.'), 'fix', 'fault 7 has different text: text'],
]
