import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-2020-12'
import '@hyperjump/json-schema/formats'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { beforeAll, describe, expect, test } from 'vitest'
import { tells } from '../matrix/proves.ts'
import { compileGroups } from './compile-groups.ts'
import { formatGroups, groups } from './groups-2020-12.ts'
import { keywordsOf } from './keywords.ts'
import { type Group, outdated, publishedFormatGroups, publishedGroups } from './published-suite.ts'

const bundled: unknown = document
const used = keywordsOf(bundled)

const suites: readonly (readonly [string, readonly Group[]])[] = [
  ...[...used.keywords]
    .filter((keyword) => keyword !== 'format')
    .map((keyword) => [keyword, [...publishedGroups(keyword), ...(groups[keyword] ?? [])]] as const),
  ...[...used.formats].map(
    (format) => [`format ${format}`, [...publishedFormatGroups(format), ...(formatGroups[format] ?? [])]] as const,
  ),
]
const all = suites.flatMap(([, suite]) => suite)
const validators = new Map<Group, Awaited<ReturnType<typeof compileGroups>>[number]>()

beforeAll(async () => {
  const compiled = await compileGroups(all)
  for (const [index, group] of all.entries()) validators.set(group, compiled[index])
})

test('the document uses only keywords its readers support', () => {
  expect([...used.keywords]).toEqual(
    expect.arrayContaining(['type', 'properties', 'required', '$ref', 'oneOf', 'items']),
  )
  expect([...used.formats].sort()).toEqual(['date-time', 'uri-reference'])
})

describe('each keyword that the document uses has a suite, and our validators pass it', () => {
  test.for(suites)('%s', ([, suite], { task }) => {
    expect(suite).not.toEqual([])
    const wrong = suite.flatMap((group) =>
      group.tests.flatMap(({ description, data, valid }) => {
        const problems = validators.get(group)?.(data)
        return problems !== undefined && (problems.length === 0) === valid
          ? []
          : [`${group.description}: ${description} should be ${valid ? 'valid' : 'invalid'}`]
      }),
    )
    expect(wrong).toEqual([])
    tells(task, 'tests of JSON Schema that our validators pass', suite.flatMap(({ tests }) => tests).length)
  })
})

test('an independent validator agrees with our own groups on 2020-12', async () => {
  setShouldValidateFormat(true)
  const own = [...Object.values(groups), ...Object.values(formatGroups)].flat()
  for (const [index, { description, schema, tests }] of own.entries()) {
    const uri = `https://groups.invalid/${index}`
    registerSchema(JSON.parse(JSON.stringify(schema)), uri, 'https://json-schema.org/draft/2020-12/schema')
    const judge = await validate(uri)
    for (const { data, valid } of tests) {
      const value = JSON.parse(JSON.stringify(data))
      expect(judge(value).valid, `${description}: ${JSON.stringify(data)}`).toBe(valid)
    }
  }
})

test('the outdated groups of the published suite are skipped', () => {
  expect(all.length).toBeGreaterThan(40)
  expect(
    all.map(({ description }) => description).filter((description) => Object.hasOwn(outdated, description)),
  ).toEqual([])
})
