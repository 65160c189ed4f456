import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapi from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { run } from './run.ts'

let folder = ''
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'compare-'))
  folder = made
  onTestFinished(() => rmSync(made, { recursive: true }))
})

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function compared(...args: readonly string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const context = {
    print: (text: string) => void printed.push(text),
    printError: (text: string) => void complaints.push(text),
    env: {},
  }
  return { code: await run(['compare', ...args], context), printed: printed.join('\n'), complaints }
}

// Copies that users pinned before the installed document changed.
const { reason: _, ...others } = openapi.components.schemas.ProductUpgradesEligibility.properties
const narrower = withProperties(others)
const looser = withProperties({
  ...openapi.components.schemas.ProductUpgradesEligibility.properties,
  cause: { type: 'string' },
})

function withProperties(properties: object): unknown {
  const { components } = openapi
  const eligibility = { ...components.schemas.ProductUpgradesEligibility, properties }
  return {
    ...openapi,
    components: { ...components, schemas: { ...components.schemas, ProductUpgradesEligibility: eligibility } },
  }
}

test('a pinned copy that lacks something is compatible with the installed document: exit code 0', async () => {
  const { code, printed } = await compared(file('mine.yaml', stringify(narrower)))
  expect(printed.split('\n')).toEqual([
    'feature   checkProductUpgradeEligibility 200  `reason` is new',
    '',
    '1 feature: compatible.',
  ])
  expect(code).toBe(0)
})

test('a pinned copy that uses something removed is incompatible: exit code 1', async () => {
  const { code, printed } = await compared(file('mine.json', JSON.stringify(looser)))
  expect(printed).toBe('breaking  checkProductUpgradeEligibility 200  `cause` is gone\n\n1 breaking: not compatible.')
  expect(code).toBe(1)
})

test('two copies are compared in the given order, old before new', async () => {
  const [mine, theirs] = [file('mine.json', JSON.stringify(openapi)), file('theirs.yaml', stringify(looser))]
  expect(await compared(mine, theirs)).toMatchObject({ code: 0, printed: expect.stringContaining('`cause` is new') })
  expect(await compared(theirs, mine)).toMatchObject({ code: 1, printed: expect.stringContaining('`cause` is gone') })
})

test('--json prints each change for programs', async () => {
  const { printed } = await compared('--json', file('mine.json', JSON.stringify(looser)))
  expect(JSON.parse(printed)).toEqual({
    impact: 'breaking',
    changes: [
      {
        impact: 'breaking',
        side: 'response',
        subject: '`cause`',
        what: 'is gone',
        places: ['checkProductUpgradeEligibility 200'],
      },
    ],
  })
})

test('the same document has no changes', async () => {
  expect(await compared(file('mine.yaml', stringify(openapi)))).toMatchObject({ code: 0, printed: 'No changes.' })
})

const one = 'openapi: 3.1.1\npaths: '
test.for([
  ['no OpenAPI at all', '{"name":"a"}', /is not an OpenAPI 3 document: it does not start with `openapi: 3/],
  ['a list', '[]', /is not an OpenAPI document: it does not contain an object\.$/],
  ['Swagger', 'swagger: "2.0"\npaths: {}', /is Swagger 2\.0: convert it to OpenAPI 3 first\.$/],
  [
    'OpenAPI 3.2',
    'openapi: 3.2.0\npaths: {}',
    /is OpenAPI 3\.2\.0: only 3\.0 and 3\.1 can be compared; write it as 3\.1 first\.$/,
  ],
  ['no paths', 'openapi: 3.1.1', /is an OpenAPI document without `paths`: nothing can be compared\.$/],
  ['broken JSON', '{"openapi":', /is neither YAML nor JSON: /],
  ['broken YAML', 'a: [', /is neither YAML nor JSON: /],
  [
    'a part in another file',
    `${one}{ /a: { $ref: a.yaml } }`,
    /refers to a\.yaml, which is outside the document: bundle it/,
  ],
  ['a reference to nothing', `${one}{ /a: { $ref: '#/b' } }`, /refers to #\/b, which does not exist\.$/],
  [
    'a circle of references',
    `${one}{ /a: { $ref: '#/paths/~1a' } }`,
    /refers to #\/paths\/~1a, which refers to itself/,
  ],
] as const)('%s is one line that names the file: exit code 2', async ([, text, line]) => {
  const bad = file('bad', text)
  for (const files of [[bad], [file('good.json', JSON.stringify(openapi)), bad]]) {
    const { code, complaints, printed } = await compared(...files)
    expect(complaints).toEqual([expect.stringMatching(line)])
    expect(complaints[0]?.startsWith(`${bad} `) && !complaints[0].includes('\n')).toBe(true)
    expect(printed).toBe('')
    expect(code).toBe(2)
  }
})

test.for([
  [[], /^Name a document to compare/],
  [['a', 'b', 'c'], /^Name one or two documents to compare, not 3/],
  [['/nowhere/a.yaml'], /^\/nowhere\/a\.yaml cannot be read: there is no such file$/],
  [['--frob'], /^Unknown option '--frob'/],
] as const)('compare %j is one line: exit code 2', async ([args, line]) => {
  expect(await compared(...args)).toEqual({ code: 2, printed: '', complaints: [expect.stringMatching(line)] })
})
