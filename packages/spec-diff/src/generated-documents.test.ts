import { expect, test } from 'vitest'
import { type Edit, push, remove, set } from '../test/edit.ts'
import { compareDocuments } from './compare-documents.ts'
import type { JsonObject } from './json.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: JsonObject) => ({ content: { 'application/json': { schema } } })

/** Returns a document like those of frameworks: five resources with five operations each, and schemas with many references. */
function generated(): JsonObject {
  const resources = ['Order', 'Invoice', 'Customer', 'Product', 'Ticket']
  const schemas = resources.map((name, index) => [
    name,
    {
      allOf: [ref('Entity')],
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', maxLength: 100, description: 'Name' },
        state: ref('State'),
        previousState: ref('State'),
        money: { allOf: [ref('Money')], nullable: true },
        next: ref(resources[(index + 1) % resources.length] ?? ''),
      },
    },
  ])
  const failure = { description: 'Error', ...json(ref('Problem')) }
  const paths = resources.flatMap((name) => {
    const path = `/api/${name}s`
    const one = { 200: { description: 'OK', ...json(ref(name)) }, 404: failure, 500: failure }
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
    const top = { name: 'top', in: 'query', schema: { type: 'integer', maximum: 100 } }
    const many = { 200: { description: 'OK', ...json({ type: 'array', items: ref(name) }) }, 500: failure }
    return [
      [
        path,
        {
          get: { operationId: `list${name}`, tags: [name], parameters: [top], responses: many },
          post: { operationId: `add${name}`, tags: [name], requestBody: json(ref(name)), responses: one },
        },
      ],
      [
        `${path}/{id}`,
        {
          parameters: [id],
          get: { operationId: `get${name}`, tags: [name], responses: one },
          put: { operationId: `put${name}`, tags: [name], requestBody: json(ref(name)), responses: one },
          delete: {
            operationId: `delete${name}`,
            tags: [name],
            responses: { 204: { description: 'OK' }, 404: failure },
          },
        },
      ],
    ]
  })
  return {
    openapi: '3.0.4',
    servers: [{ url: 'https://api.example' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        ...Object.fromEntries(schemas),
        Entity: {
          type: 'object',
          properties: { id: { type: 'integer', format: 'int32' }, version: { type: 'integer' } },
        },
        Money: {
          type: 'object',
          properties: { amount: { type: 'number', maximum: 1000 }, currency: { type: 'string' } },
        },
        State: { type: 'string', enum: ['open', 'closed'] },
        Problem: {
          type: 'object',
          properties: { title: { type: 'string', maxLength: 100 }, detail: { type: 'string' } },
        },
      },
    },
  }
}

/** Edits of a single line, with the lines that must result: two if the changed part is both sent and received. */
const edits: readonly (readonly [edit: Edit, lines: readonly string[]])[] = [
  [
    push('components schemas State enum', 'lost'),
    [
      'feature `state` may be "lost", too (likewise `previousState`)',
      'breaking `state` may now be "lost", too (likewise `previousState`)',
    ],
  ],
  [
    set('components schemas Entity properties id format', 'int64'),
    ['feature `id` has `format` "int64" instead of "int32"', 'breaking `id` has `format` "int64" instead of "int32"'],
  ],
  [
    set('components schemas Money properties amount maximum', 2000),
    [
      'feature `money.amount` has `maximum` 2000 instead of 1000',
      'breaking `money.amount` has `maximum` 2000 instead of 1000',
    ],
  ],
  [
    set('components schemas Problem properties title maxLength', 200),
    ['breaking `title` has `maxLength` 200 instead of 100'],
  ],
  [set('components schemas Problem properties code', { type: 'string' }), ['feature `code` is new']],
  [
    set('components schemas Order properties name description', 'What it is called'),
    ['fix `name` has different text: description "What it is called" instead of "Name"'],
  ],
  [
    set('servers 0 url', 'https://api2.example'),
    ['feature server `https://api2.example` is new', 'breaking server `https://api.example` is gone'],
  ],
  [
    set('paths /api/Orders get parameters 0 schema maximum', 50),
    ['breaking query parameter `top` has `maximum` 50 instead of 100'],
  ],
  [remove('paths /api/Tickets/{id} delete'), ['breaking `deleteTicket` is gone']],
  [
    set('paths /api/Orders get tags', ['Sales']),
    ['fix `listOrder` has different text: tags ["Sales"] instead of ["Order"]'],
  ],
]

const linesOf = (after: JsonObject) =>
  compareDocuments(generated(), after).changes.map(({ impact, subject, what }) => `${impact} ${subject} ${what}`)

test.for(edits)(
  'one changed line results in one line for senders, and in one line for receivers (%#)',
  ([edit, lines]) => {
    const found = linesOf(edit(generated()))
    expect([...new Set(found)].sort()).toEqual([...lines].sort())
    expect(found).toHaveLength(lines.length)
  },
)

test('ten changed lines result in no more lines than they do separately', () => {
  const after = edits.reduce((document, [edit]) => edit(document), generated())
  expect(linesOf(after).length).toBeLessThanOrEqual(edits.flatMap(([, lines]) => lines).length)
})
