import type { JsonObject } from '../../src/json.ts'

/** An operation before and after a change, the impact, and the expected descriptions. */
export type MessageRule = readonly [
  rule: string,
  before: JsonObject,
  after: JsonObject,
  impact: 'breaking' | 'feature' | 'fix',
  said?: readonly string[],
]

const text = { schema: { type: 'string' } }
const number = { schema: { type: 'number' } }
const ok = { description: '' }
const answer = (schema: object, type = 'application/json') => ({ description: '', content: { [type]: { schema } } })
const string = { type: 'string' }
const integer = { type: 'integer' }
const parameter = (more: object, name = 'f') => ({ parameters: [{ name, in: 'query', ...more }] })
const list = { schema: { type: 'array', items: string } }
const object = { schema: { type: 'object' } }
const body = (content: JsonObject) => ({ requestBody: { content } })
const received = (content: JsonObject) => ({ responses: { 200: { description: '', content } } })

/** Statuses: OpenAPI 3.1.1 4.8.16 Responses Object, RFC 9110 15. */
const statuses: readonly MessageRule[] = [
  ...[200, 201, 204, '2XX', 301, 304, '3XX'].map((status): MessageRule => {
    const before = { responses: { 202: ok } }
    const said = [`status ${status} is new`]
    return [
      `RFC 9110 15: ${status}, which nobody was told of`,
      before,
      { responses: { 202: ok, [status]: ok } },
      'breaking',
      said,
    ]
  }),
  ...[100, 404, '4XX', 503, '5XX'].map((status): MessageRule => {
    const before = { responses: { 202: ok } }
    const said = [`status ${status} is new`]
    return [
      `RFC 9110 15: ${status}, taken for its class`,
      before,
      { responses: { 202: ok, [status]: ok } },
      'feature',
      said,
    ]
  }),
  ...[201, '2XX', 404, '4XX'].map((status): MessageRule => {
    const before = { responses: { default: answer(string) } }
    return [
      `4.8.16 default described ${status} before, as it is`,
      before,
      { responses: { ...before.responses, [status]: answer(string) } },
      'fix',
    ]
  }),
  [
    '4.8.16 default described it before, as something else',
    { responses: { default: answer(string) } },
    { responses: { default: answer(string), 404: answer(integer) } },
    'breaking',
    ['the body is integer instead of string'],
  ],
  [
    '4.8.16 default goes on describing what is named no longer',
    { responses: { default: answer(string), 404: answer(integer) } },
    { responses: { default: answer(string) } },
    'breaking',
    ['the body is string instead of integer'],
  ],
  [
    '4.8.16 a class described it before',
    { responses: { '4XX': answer(string), default: answer(integer) } },
    { responses: { '4XX': answer(string), 404: answer(string), default: answer(integer) } },
    'fix',
  ],
  [
    '4.8.16 a class describes what is named no longer',
    { responses: { 200: answer(string) } },
    { responses: { '2XX': answer(string) } },
    'breaking',
    ['status 2XX is new'],
  ],
  ['4.8.16 an extension is no status', { responses: { 200: ok } }, { responses: { 200: ok, 'x-note': {} } }, 'fix'],
]

/** Parameters: OpenAPI 3.1.1 4.8.12 Parameter Object, RFC 6570. */
const parameters: readonly MessageRule[] = [
  ...['Accept', 'content-type', 'AUTHORIZATION'].map((name): MessageRule => {
    const ignored = { parameters: [{ name, in: 'header', required: true, ...text }] }
    return [`4.8.12.2 a header parameter ${name} is ignored`, { parameters: [] }, ignored, 'fix']
  }),
  [
    '4.8.12.2 a query parameter of such a name counts',
    {},
    parameter({ required: true, ...text }, 'accept'),
    'breaking',
  ],
  ...[
    [
      'schema to content',
      text,
      { content: { 'application/json': text } },
      'is serialized as `application/json` instead of `f=1`',
    ],
    [
      'content to schema',
      { content: { 'application/json': text } },
      text,
      'is serialized as `f=1` instead of `application/json`',
    ],
    [
      'content of another media type',
      { content: { 'application/json': text } },
      { content: { 'application/xml': text } },
      'is serialized as `application/xml` instead of `application/json`',
    ],
  ].map(([rule, before, after, said]): MessageRule => {
    return [
      `4.8.12 ${rule}`,
      parameter(Object(before)),
      parameter(Object(after)),
      'breaking',
      [`query parameter \`f\` ${said}`],
    ]
  }),
  [
    '4.8.12 the schema within content counts',
    parameter({ content: { 'application/json': text } }),
    parameter({ content: { 'application/json': { schema: { type: 'string', maxLength: 3 } } } }),
    'breaking',
    ['query parameter `f` now has `maxLength` 3'],
  ],
  ['RFC 6570 3.2.8 explode means nothing to a text', parameter(text), parameter({ ...text, explode: false }), 'fix'],
  [
    'RFC 6570 3.2.8 explode of a list',
    parameter(list),
    parameter({ ...list, explode: false }),
    'breaking',
    ['query parameter `f` is serialized as `f=1,2` instead of `f=1&f=2`'],
  ],
  [
    '4.8.12 style of an object',
    parameter(object),
    parameter({ ...object, style: 'deepObject' }),
    'breaking',
    ['query parameter `f` is serialized as `f[a]=1&f[b]=2` instead of `a=1&b=2`'],
  ],
  [
    '4.8.12 style of a list',
    parameter({ ...list, explode: false }),
    parameter({ ...list, style: 'pipeDelimited', explode: false }),
    'breaking',
    ['query parameter `f` is serialized as `f=1%7C2` instead of `f=1,2`'],
  ],
  ['4.8.12 what is usual, said', parameter(list), parameter({ ...list, style: 'form', explode: true }), 'fix'],
  [
    '4.8.12 explode of a list in a header means nothing',
    { parameters: [{ name: 'f', in: 'header', ...list }] },
    { parameters: [{ name: 'f', in: 'header', ...list, explode: true }] },
    'fix',
  ],
  [
    '4.8.12 allowReserved',
    parameter({ ...text, allowReserved: true }),
    parameter(text),
    'breaking',
    ['query parameter `f` has allowReserved nothing instead of true'],
  ],
  ['4.8.12 allowEmptyValue', parameter(text), parameter({ ...text, allowEmptyValue: true }), 'feature'],
  [
    '4.8.21 explode of an object in a header of an answer',
    { responses: { 200: { description: '', headers: { f: object } } } },
    { responses: { 200: { description: '', headers: { f: { ...object, explode: true } } } } },
    'breaking',
    ['header `f` is serialized as `a=1,b=2` instead of `a,1,b,2`'],
  ],
  [
    '4.8.17 a header Content-Type of an answer is ignored',
    { responses: { 200: ok } },
    { responses: { 200: { description: '', headers: { 'content-TYPE': { required: true, ...text } } } } },
    'fix',
  ],
]

/** Media types: OpenAPI 3.1.1 4.8.13 Request Body Object, 4.8.17 Response Object; RFC 9110 8.3.1. */
const mediaTypes: readonly MessageRule[] = [
  ['RFC 9110 8.3.1 case', body({ 'application/json': text }), body({ 'Application/JSON': text }), 'fix'],
  ['RFC 9110 8.3.2 charset', body({ 'text/plain': text }), body({ 'text/plain; charset="UTF-8"': text }), 'fix'],
  [
    'RFC 9110 8.3.1 parameters tell media types apart',
    body({ 'application/json;v=1': text, 'application/json;v=2': text }),
    body({ 'application/json;v=2': text }),
    'breaking',
    ['`application/json;v=1` is no longer accepted'],
  ],
  [
    'RFC 9110 8.3.1 the order of parameters',
    body({ 'application/json; v=1; p=a': text }),
    body({ 'application/json;P=a;V=1': text }),
    'fix',
  ],
  ...['application/*', '*/*'].map(
    (range): MessageRule => [
      `4.8.13 ${range} accepted it before`,
      body({ [range]: text }),
      body({ [range]: text, 'application/json': text }),
      'fix',
    ],
  ),
  [
    '4.8.13 a range accepted it before, as something else',
    body({ '*/*': text }),
    body({ '*/*': text, 'application/json': number }),
    'breaking',
    ['the body is number instead of string'],
  ],
  [
    '4.8.13 one instead of a range',
    body({ 'application/*': text }),
    body({ 'application/json': text }),
    'breaking',
    ['`application/*` is no longer accepted'],
  ],
  [
    '4.8.13 a range instead of one',
    body({ 'application/json': text }),
    body({ 'application/*': text }),
    'feature',
    ['`application/*` is accepted, too'],
  ],
  [
    '4.8.17 a range was documented before',
    received({ 'application/*': text }),
    received({ 'application/*': text, 'application/json': text }),
    'fix',
  ],
]

/** Reordered parts whose order is irrelevant. */
const orders: readonly MessageRule[] = [
  ['4.8.30 scopes', { security: [{ o: ['r', 'w'] }] }, { security: [{ o: ['w', 'r'] }] }, 'fix'],
  ['4.8.30 a scope twice', { security: [{ o: ['r'] }] }, { security: [{ o: ['r', 'r'] }] }, 'fix'],
  ['4.8.30 alternatives', { security: [{ o: [] }, { k: [] }] }, { security: [{ k: [] }, { o: [] }] }, 'fix'],
  ['4.8.30 what one demands', { security: [{ o: [], k: [] }] }, { security: [{ k: [], o: [] }] }, 'fix'],
  ['4.8.30 tokens of another kind', { security: [{ a: [] }] }, { security: [{ b: [] }] }, 'breaking'],
  ['4.8.10 tags', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }, 'fix'],
  [
    '4.8.10 parameters',
    {
      parameters: [
        { name: 'a', in: 'query', ...text },
        { name: 'b', in: 'query', ...text },
      ],
    },
    {
      parameters: [
        { name: 'b', in: 'query', ...text },
        { name: 'a', in: 'query', ...text },
      ],
    },
    'fix',
  ],
]

/** The rules for the messages of an operation. Sections refer to OpenAPI 3.1.1 unless an RFC is named. */
export const messageRules: readonly MessageRule[] = [...statuses, ...parameters, ...mediaTypes, ...orders]
