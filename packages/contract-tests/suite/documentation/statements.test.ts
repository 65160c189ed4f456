// Checks the descriptions that people act on against what the pages say.
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import edition from '@partner-upgrades/spec/openapi-3.0.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { ofComponents, ofDocument, ofOperations, ofServers } from './statements.ts'

/** Returns the value at a path of member names. */
const memberOf = (value: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((part, key) => Object(part)[key], value)

/** Every object in a document. */
function partsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return []
  return [Object(value), ...Object.values(value).flatMap(partsOf)]
}

const operationOf = (id: string) => partsOf(document).find(({ operationId }) => operationId === id)

function expectStatements(description: unknown, statements: readonly RegExp[]): void {
  // Line breaks do not matter.
  const text = String(description).replaceAll(/\s+/g, ' ')
  for (const statement of statements) expect(text).toMatch(statement)
}

describe('the required statements are made about', () => {
  test.for(Object.entries(ofComponents))('%s', ([path, statements]) => {
    expectStatements(memberOf(document.components, `${path}/description`), statements)
  })

  test.for(Object.entries(ofOperations))('%s', ([name, statements]) => {
    const [id = '', part] = name.split(' ')
    const operation = operationOf(id)
    const at =
      part === undefined
        ? 'description'
        : part === 'request'
          ? 'requestBody/description'
          : `responses/${part}/description`
    expectStatements(memberOf(operation, at), statements)
  })

  test('the document and its servers', () => {
    for (const { info } of [document, edition]) expectStatements(info.description, ofDocument)
    for (const [index, statements] of ofServers.entries())
      expectStatements(document.servers[index]?.description, statements)
  })
})

describe('no schema of a response is closed:', () => {
  const schemas = Object.entries<object>(document.components.schemas)

  test.for(schemas.filter(([, schema]) => 'properties' in schema))(
    '%s says that properties which are not listed are allowed',
    ([, schema]) => {
      expect(memberOf(schema, 'description')).toMatch(
        /[.] (Keep properties that are not listed here|Properties that are not listed here are (data to be kept|not an error))\b/,
      )
    },
  )

  test.for(schemas.filter(([, schema]) => 'x-known-values' in schema))(
    '%s says that it is an open set',
    ([, schema]) => {
      expect(memberOf(schema, 'description')).toMatch(
        /The set is open: a (value|family) that is not listed here is not an error/,
      )
    },
  )

  test.for(schemas.filter(([, schema]) => memberOf(schema, 'properties/totalCount') !== undefined))(
    '%s promises nothing about its count',
    ([, schema]) => {
      expect(memberOf(schema, 'properties/totalCount/description')).toMatch(/samples and SDKs do not say whether/)
    },
  )
})

test('the OpenAPI 3.0 edition has the same descriptions', () => {
  const described = (value: unknown) =>
    new Set(partsOf(value).flatMap(({ description }) => (typeof description === 'string' ? [description] : [])))
  const there = described(edition)
  // The description of the document as a whole also names its edition.
  expect([...described({ ...document, info: {} })].filter((text) => !there.has(text))).toEqual([])
})
