export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

type Path = readonly (string | number)[]

const xEvidence = { level: 'documented', source: 'https://example.com/books' }

const statuses = '400 401 403 404 405 406 408 409 412 415 500 501 502 503 504'.split(' ')

function answer(schema: string, example: Json, headers: Record<string, Json> = {}): Json {
  return {
    description: 'What the shop answers.',
    headers: {
      ...headers,
      'MS-RequestId': { $ref: '#/components/headers/MS-RequestId' },
      'MS-CorrelationId': { $ref: '#/components/headers/MS-RequestId' },
    },
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples: example } },
  }
}

const fault = answer('Problem', { soldOut: { value: { code: '17', description: 'The book is sold out.' } } })

/** An API unrelated to upgrades that follows every rule. */
export const bookshop: Json = {
  openapi: '3.1.1',
  info: { title: 'Bookshop', version: '1.0.0', contact: { name: 'The shop', url: 'https://example.com' } },
  paths: {
    '/books': {
      post: {
        operationId: 'createBook',
        description: 'Puts one more on the shelf.',
        'x-evidence': xEvidence,
        parameters: [{ $ref: '#/components/parameters/RequestId' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Book' },
              examples: { small: { value: { id: '4c721420-72ad-4708-a0a7-371a2f7b0969', cover: 'Soft' } } },
            },
          },
        },
        responses: {
          '200': answer('Book', { small: { value: { id: '4c721420-72ad-4708-a0a7-371a2f7b0969', cover: 'Soft' } } }),
          ...Object.fromEntries(statuses.map((status) => [status, fault])),
          '429': answer(
            'Slow',
            { busy: { value: { message: 'Come back later.' } } },
            { 'Retry-After': { description: 'How long to wait, in seconds.', schema: { type: 'integer' } } },
          ),
        },
      },
    },
  },
  components: {
    parameters: {
      RequestId: {
        name: 'MS-RequestId',
        in: 'header',
        description: 'Makes it safe to send the call again.',
        schema: { $ref: '#/components/schemas/Guid' },
        'x-evidence': xEvidence,
      },
    },
    headers: {
      'MS-RequestId': {
        description: 'Tells one call from another.',
        schema: { $ref: '#/components/schemas/Guid' },
        'x-evidence': xEvidence,
      },
    },
    schemas: {
      Guid: { type: 'string', format: 'uuid', description: 'Thirty-two digits.', 'x-evidence': xEvidence },
      Book: {
        type: 'object',
        description: 'Something to read.',
        properties: {
          id: { $ref: '#/components/schemas/Guid' },
          cover: {
            type: 'string',
            description: 'What it is bound in.',
            'x-known-values': [{ value: 'Soft', description: 'Paper.' }],
          },
        },
        'x-evidence': xEvidence,
      },
      Problem: {
        type: 'object',
        description: 'Why there is no book.',
        properties: {
          code: { type: 'string', description: 'Which kind of mishap it was.' },
          description: { type: 'string', description: 'The mishap in words.' },
        },
        'x-evidence': xEvidence,
      },
      Slow: {
        type: 'object',
        description: 'Says that the shop is full.',
        properties: { message: { type: 'string', description: 'Words for people.' } },
        'x-evidence': xEvidence,
      },
    },
    securitySchemes: {
      card: { type: 'http', scheme: 'bearer', description: 'A reader’s card.', 'x-evidence': xEvidence },
    },
  },
  security: [{ card: [] }],
  'x-faults': {
    '17': {
      code: '17',
      name: 'soldOut',
      status: 409,
      operations: { createBook: { level: 'inferred', source: 'The text of the fault' } },
      'x-evidence': xEvidence,
    },
  },
}

/** Returns the bookshop with a different value at a path. */
export function withValue(path: Path, value: Json, document: Json = bookshop): Json {
  return change(document, path, () => value)
}

/** Returns the bookshop without the value at a path. */
export function without(path: Path, document: Json = bookshop): Json {
  return change(document, path, () => undefined)
}

export function withVersion(document: Json, version: string): Json {
  return withValue(['openapi'], version, document)
}

/** Returns a part of the bookshop. */
export function partOf(path: Path): Json {
  const found = path.reduce<Json | undefined>(
    (value, key) => entries(value).find(([name]) => name === key)?.[1],
    bookshop,
  )
  if (found === undefined) throw new RangeError(`The bookshop has no ${path.join('.')}.`)
  return found
}

/** Returns a part of the bookshop for use in another file, with references back to the root file. */
export function movedPart(path: Path, root: string): Json {
  return JSON.parse(JSON.stringify(partOf(path)).replaceAll('"#/components', `"${root}#/components`))
}

function change(value: Json | undefined, [key, ...rest]: Path, to: () => Json | undefined): Json {
  if (key === undefined) throw new RangeError('A path has a key at least.')
  const members = entries(value)
  const old = members.find(([name]) => name === String(key))?.[1]
  const changed = rest.length === 0 ? to() : change(old, rest, to)
  if (Array.isArray(value)) return value.map((item, index) => (index === key && changed !== undefined ? changed : item))
  const others = members.filter(([name]) => name !== String(key))
  return Object.fromEntries(changed === undefined ? others : [...others, [String(key), changed]])
}

function entries(value: Json | undefined): readonly [string, Json][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
