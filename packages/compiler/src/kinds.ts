import {
  anyOf,
  type Fields,
  type Kind,
  list,
  map,
  type ObjectKind,
  object,
  referenceable,
  unsupported,
} from './kind.ts'
import { schemaKind } from './schema-kind.ts'

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
  schema: schemaKind,
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

const content = map(object('Media Type', () => ({ schema: schemaKind, example: 'example', examples, encoding: 'any' })))
const requestBody = referenceable(
  object('Request Body', () => ({ description: 'text', content, required: 'flag' }), ['content']),
)
const link = referenceable(
  object('Link', () => ({ ...anyOf('operationRef operationId parameters requestBody description server') })),
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

const operation: ObjectKind = object('Operation', () => ({
  ...anyOf('tags externalDocs'),
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

const pathItem: ObjectKind = referenceable(
  object('Path Item', () => ({
    summary: 'text',
    description: 'text',
    servers: list(server),
    parameters: list(parameter),
    ...Object.fromEntries(methods.map((method) => [method, operation])),
  })),
)
const callback: ObjectKind = referenceable(object('Callback', () => ({ '*': pathItem })))

const securityScheme = referenceable(
  object(
    'Security Scheme',
    () => ({
      ...anyOf('type description name in scheme bearerFormat flows openIdConnectUrl'),
    }),
    ['type'],
  ),
)

/** Sections of `components`, each with the kind it holds. */
export const componentKinds: Readonly<Record<string, Kind>> = {
  schemas: schemaKind,
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

export const documentKind: ObjectKind = object(
  'OpenAPI document',
  () => ({
    openapi: 'text',
    info: object(
      'Info',
      () => ({ ...anyOf('summary description termsOfService contact license'), title: 'text', version: 'text' }),
      ['title', 'version'],
    ),
    jsonSchemaDialect: 'text',
    servers: list(server),
    paths: map(pathItem, true),
    webhooks: map(pathItem),
    components: object('Components', () =>
      Object.fromEntries(Object.entries(componentKinds).map(([section, kind]) => [section, map(kind)])),
    ),
    security,
    tags: 'any',
    externalDocs: 'any',
  }),
  ['openapi', 'info'],
)
