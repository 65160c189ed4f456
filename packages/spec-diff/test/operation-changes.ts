import { all, type Case, push, remove, set } from './edit.ts'

const list = 'paths /orders get'
const order = 'components schemas Order'

/** Changes of whole operations, of what holds for all of them, and of texts. */
export const operationCases: readonly Case[] = [
  [
    'an operation more',
    set('paths /goods', { get: { operationId: 'listGoods', responses: {} } }),
    'feature',
    '`listGoods` is new',
  ],
  ['an operation less', remove('paths /orders/{id}'), 'breaking', '`readOrder` is gone'],
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
  // Types and generated programs are named after these two, though neither is sent.
  ['another operationId', set(`${list} operationId`, 'findOrders'), 'breaking', 'in place of `listOrders`'],
  ['no operationId', remove(`${list} operationId`), 'breaking', '`listOrders` has no `operationId` any more'],
  [
    'a path parameter is called otherwise',
    (document) => {
      const text = JSON.stringify(document)
        .replace('/orders/{id}', '/orders/{key}')
        .replace('"name":"id"', '"name":"key"')
      return JSON.parse(text)
    },
    'breaking',
    'is at `/orders/{key}` in place of `/orders/{id}`',
  ],
  ['an operation is deprecated', set(`${list} deprecated`, true), 'feature', '`listOrders` is deprecated'],
  ['a scope more', set('security', [{ token: ['read', 'write'] }]), 'breaking', 'the credentials are'],
  ['a scope less', set('security', [{ token: [] }]), 'feature', 'the credentials are'],
  ['other credentials, too', push('security', { key: [] }), 'feature', 'or apiKey header X-Key'],
  [
    'other credentials instead',
    set('security', [{ key: [] }]),
    'breaking',
    'the credentials are apiKey header X-Key in place of',
  ],
  ['credentials of two kinds', set('security', [{ token: ['read'], key: [] }]), 'breaking', 'and apiKey header X-Key'],
  ['no credentials needed', set(`${list} security`, []), 'feature', 'the credentials are none'],
  [
    'tokens from elsewhere',
    set('components securitySchemes token flows clientCredentials tokenUrl', 'https://other.example'),
    'breaking',
    'https://other.example',
  ],
  [
    'credentials under another name',
    (document) => JSON.parse(JSON.stringify(document).replaceAll('"token"', '"auth"')),
    'fix',
    'written in another way',
  ],
  [
    'a server more',
    push('servers', { url: 'https://api.example.de' }),
    'feature',
    'server `https://api.example.de` is new',
  ],
  ['a server less', remove('servers 1'), 'breaking', 'server `https://api.example.cn` is gone'],
  ['another description', set(`${order} description`, 'An order.'), 'fix', 'description'],
  ['another example', set(`${order} examples`, [{}]), 'fix', 'examples'],
  ['another summary', set(`${list} summary`, 'Lists.'), 'fix', '`listOrders` has more words: summary'],
  [
    'evidence',
    set(`${order} properties note x-evidence`, { level: 'inferred' }),
    'fix',
    '`note` has more words: evidence',
  ],
  ['what the document says of itself', set('info description', 'D'), 'fix', 'the document has other words: info'],
  ['another version of the document', set('info version', '2.0.0'), undefined, ''],
  ['a component that is not used', set('components schemas Unused', {}), 'fix', 'no operation uses'],
  [
    'the same, written out',
    set(`${order} properties id`, { type: 'string', format: 'uuid', pattern: '^[0-9a-f-]{36}$' }),
    'fix',
    'written in another way',
  ],
  [
    'the same, as a combination',
    set(`${order} properties id`, { allOf: [{ $ref: '#/components/schemas/Id' }] }),
    'fix',
    'written in another way',
  ],
  [
    'the same, null in another way',
    set(`${order} properties note`, { oneOf: [{ type: 'null' }, { type: 'string', maxLength: 10 }] }),
    'fix',
    'written in another way',
  ],
  ['a webhook', set('webhooks', { sold: {} }), 'breaking', 'cannot be judged here (`webhooks`)'],
  ['a fault more', set('x-faults 8', { name: 'closed', status: 403 }), 'feature', 'fault 8 is new'],
  ['a fault less', remove('x-faults 7'), 'breaking', 'fault 7 is gone'],
  ['a fault of another status', set('x-faults 7 status', 410), 'breaking', 'fault 7 has status 410 in place of 404'],
  [
    'a fault of another name',
    set('x-faults 7 name', 'vanished'),
    'breaking',
    'fault 7 has name "vanished" in place of "soldOut"',
  ],
  ['a fault that is worth another try', set('x-faults 7 retry', 'later'), 'feature', 'fault 7 has retry "later"'],
  [
    'a fault of one operation more',
    set('x-faults 7 operations listOrders', {}),
    'feature',
    'fault 7 is expected of `listOrders`, too',
  ],
  ['another text of a fault', set('x-faults 7 text', 'Gone.'), 'fix', 'fault 7 has other words: text'],
]
