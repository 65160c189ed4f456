import {
  anyFields,
  type Fields,
  list,
  map,
  type NodeType,
  type ObjectType,
  object,
  referenceable,
  unsupported,
} from './node-type.ts'
import { schemaObject } from './schema-object.ts'

const example = referenceable(
  object('Example', () => ({
    summary: 'text',
    description: 'text',
    value: 'example',
    externalValue: unsupported('an example outside the document cannot be checked; give it as `value`'),
  })),
)
const examples = map(example)
const uncheckable = 'a value described by a media type cannot be checked; describe it with `schema`'

const headerFields = (): Fields => ({
  description: 'text',
  required: 'flag',
  deprecated: 'flag',
  style: 'text',
  explode: 'flag',
  schema: schemaObject,
  example: 'example',
  examples,
  content: unsupported(uncheckable),
})
const header = referenceable(object('Header', headerFields))
const parameter = referenceable(
  object(
    'Parameter',
    () => ({
      ...headerFields(),
      name: 'text',
      in: 'text',
      allowReserved: 'flag',
      allowEmptyValue: 'flag',
    }),
    ['name', 'in'],
  ),
)

const content = map(
  object('Media Type', () => ({ schema: schemaObject, example: 'example', examples, encoding: 'any' })),
)
const requestBody = referenceable(
  object('Request Body', () => ({ description: 'text', content, required: 'flag' }), ['content']),
)
const link = referenceable(
  object('Link', () => ({ ...anyFields('operationRef operationId parameters requestBody description server') })),
)
const response = referenceable(
  object('Response', () => ({ description: 'text', headers: map(header), content, links: map(link) }), ['description']),
)
const server = object(
  'Server',
  () => ({
    url: 'text',
    description: 'text',
    name: 'text',
    variables: map(
      object('Server Variable', () => ({ enum: 'data', default: 'data', description: 'text' }), ['default']),
    ),
  }),
  ['url'],
)
const security = list(map(list('text')))

const operation: ObjectType = object('Operation', () => ({
  ...anyFields('tags externalDocs'),
  summary: 'text',
  description: 'text',
  operationId: 'text',
  parameters: list(parameter),
  requestBody,
  responses: map(response, true),
  callbacks: map(callback),
  deprecated: 'flag',
  security,
  servers: list(server),
}))

export const methods: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

const pathItem: ObjectType = referenceable(
  object('Path Item', () => ({
    summary: 'text',
    description: 'text',
    servers: list(server),
    parameters: list(parameter),
    ...Object.fromEntries(methods.map((method) => [method, operation])),
  })),
)
const callback: ObjectType = referenceable(object('Callback', () => ({ '*': pathItem })))

const securityScheme = referenceable(
  object(
    'Security Scheme',
    () => ({
      ...anyFields('type description name in scheme bearerFormat flows openIdConnectUrl'),
    }),
    ['type'],
  ),
)

/** The sections of `components`, with the type of their entries. */
export const componentTypes: Readonly<Record<string, NodeType>> = {
  schemas: schemaObject,
  responses: response,
  parameters: parameter,
  examples: example,
  requestBodies: requestBody,
  headers: header,
  securitySchemes: securityScheme,
  links: link,
  callbacks: callback,
  pathItems: pathItem,
}

export const openApiObject: ObjectType = object(
  'OpenAPI document',
  () => ({
    openapi: 'text',
    info: object(
      'Info',
      () => ({ ...anyFields('summary description termsOfService contact license'), title: 'text', version: 'text' }),
      ['title', 'version'],
    ),
    jsonSchemaDialect: 'text',
    servers: list(server),
    paths: map(pathItem, true),
    webhooks: map(pathItem),
    components: object('Components', () =>
      Object.fromEntries(Object.entries(componentTypes).map(([section, type]) => [section, map(type)])),
    ),
    security,
    tags: 'any',
    externalDocs: 'any',
  }),
  ['openapi', 'info'],
)
