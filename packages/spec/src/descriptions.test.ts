import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationFaults } from './generated/fault-codes.ts'

type Part = Readonly<Record<string, unknown>>

/** All objects in a document, including those in data. */
function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Part, ...Object.values(value).flatMap(partsOf)]
}

test.each(['openapi.json', 'openapi-3.0.json'])('%s repeats in descriptions what viewers do not show', (name) => {
  const parts = partsOf(JSON.parse(readFileSync(new URL(`generated/${name}`, import.meta.url), 'utf8')))
  const listing = parts.filter((part) => Array.isArray(part['x-known-values']))
  expect(listing.length).toBeGreaterThan(5)
  for (const part of listing)
    for (const { value } of partsOf(part['x-known-values']).filter((known) => 'value' in known))
      expect(part.description).toContain(`- \`${value}\`: `)
  for (const [operationId, codes] of Object.entries(operationFaults)) {
    const { description } = parts.find((part) => part.operationId === operationId) ?? expect.fail(operationId)
    for (const text of [...codes, 'MS-RequestId', 'X-Locale', 'MS-CV', 'Retry-After', 'Request-Context'])
      expect(description, operationId).toContain(`\`${text}\``)
    expect(description).toMatch(/\n\nEvidence: documented, https:/)
  }
})
