import type { Contract, MediaType, Operation, Problem, ResponseContract, Validate } from '@partner-upgrades/spec'

const problem = (pointer: string, keyword: string, message: string): Problem => ({ pointer, keyword, message })

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const anything: Validate = () => []

/** Requires an object with text in the named properties. */
export function objectWith(...names: readonly string[]): Validate {
  return (value) => {
    if (!isRecord(value)) return [problem('', 'type', 'must be object')]
    return names.flatMap((name) => {
      if (!Object.hasOwn(value, name)) return [problem('', 'required', `must have required property '${name}'`)]
      return typeof value[name] === 'string' ? [] : [problem(`/${name}`, 'type', 'must be string')]
    })
  }
}

export const isText: Validate = (value) => (typeof value === 'string' ? [] : [problem('', 'type', 'must be string')])
export const isWhole: Validate = (value) => (Number.isInteger(value) ? [] : [problem('', 'type', 'must be integer')])

export function json(validate: Validate, examples: Record<string, unknown> = {}): Record<string, MediaType> {
  return { 'application/json': mediaType(validate, examples) }
}

export function mediaType(validate: Validate, examples: Record<string, unknown>): MediaType {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }] as const)
  return { validate, examples: Object.fromEntries(named) }
}

export function response(parts: Partial<ResponseContract>): ResponseContract {
  return { description: 'A response.', headers: [], content: {}, ...parts }
}

const failure = json(objectWith('error'), { documented: { error: 'It failed.' } })

/** Creates a thing: the response has a `Location` and no body. */
export const smallOperation: Operation = {
  id: 'createThing',
  method: 'POST',
  path: '/things',
  summary: 'Create a thing',
  parameters: [],
  requestBody: { required: true, content: json(objectWith('name')) },
  responses: {
    '202': response({
      headers: [{ name: 'Location', required: true, type: 'string', validate: isText, example: 'things/1' }],
    }),
    '400': response({ content: failure }),
    '401': response({
      headers: [{ name: 'WWW-Authenticate', required: true, type: 'string', validate: isText, example: 'Bearer' }],
      content: failure,
    }),
    '406': response({ content: failure }),
    '415': response({ content: failure }),
    '502': response({ content: { 'text/html': mediaType(isText, { gateway: '<h1>Bad gateway</h1>' }) } }),
  },
  security: [[{ name: 'user', type: 'oauth2' }]],
  faults: [],
}

const readThing: Operation = {
  ...smallOperation,
  id: 'readThing',
  method: 'GET',
  path: '/things/{thing-id}',
  summary: 'Read a thing',
  parameters: [
    { name: 'thing-id', in: 'path', required: true, type: 'integer', validate: isWhole },
    { name: 'part', in: 'query', required: false, type: 'array', items: 'integer', explode: true, validate: anything },
    { name: 'X-Depth', in: 'header', required: false, type: 'integer', validate: isWhole },
  ],
  responses: {
    '200': response({
      content: {
        'application/json': mediaType(objectWith('name'), { small: { name: 'one' }, large: { name: 'thousand' } }),
        'text/csv': mediaType(isText, { table: 'name\none' }),
      },
    }),
    '4XX': response({ content: failure }),
    default: response({ content: failure }),
  },
  security: [],
}

const { requestBody: _, ...bodyless } = readThing

const replaceThing: Operation = { ...smallOperation, id: 'replaceThing', method: 'PUT', path: '/things/{thing-id}' }

/** A contract with features that the product-upgrade API lacks: several methods on a path, classes of statuses, two media types. */
export const smallContract: Contract = {
  hash: '0',
  title: 'Things',
  version: '1',
  servers: ['https://things.example/api'],
  operations: { createThing: smallOperation, readThing: bodyless, replaceThing },
  faults: {},
}
