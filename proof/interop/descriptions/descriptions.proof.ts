// Compiles descriptions published by others. Each compiles, or the compiler names each operation to omit in one line; and an independent
// engine accepts the mock's responses.
import { basename } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { installSandbox, sandboxFile } from '../../sandboxes/install.ts'
import { compileForeign } from './compile-foreign.ts'
import { examine, type Findings } from './examine.ts'
import { examples, explanations, others, services } from './published.ts'

beforeAll(() => installSandbox('descriptions'))

/** Returns the failures that no known reason explains. */
function unexplained({ failures }: Findings): readonly string[] {
  return Object.entries(failures)
    .filter(([, reason]) => !explanations.some((each) => each.reason.test(reason)))
    .map(([operation, reason]) => `${operation}: ${reason}`)
}

test('services compile, except for operations that the compiler names, and respond as described', async () => {
  for (const { file, ...expected } of services()) {
    const findings = await examine(file)
    const { answered, lines, failures } = findings
    const found = { answered, leftOut: lines.length, explained: Object.keys(failures).length }
    console.log(`${String(answered).padStart(5)} operations answered, ${lines.length} left out: ${basename(file)}`)
    expect(unexplained(findings), file).toEqual([])
    expect(found, file).toEqual(expected)
  }
})

test('examples of each part of OpenAPI compile and respond as described, too', async () => {
  const total = { documents: 0, answered: 0, leftOut: 0 }
  for (const file of examples()) {
    const findings = await examine(file)
    expect(unexplained(findings), file).toEqual([])
    total.documents += 1
    total.answered += findings.answered
    total.leftOut += findings.lines.length
  }
  expect(total).toEqual({ documents: 46, answered: 279, leftOut: 70 })
})

test('a mistake that belongs to no operation is rejected in one line', async () => {
  const file = sandboxFile('descriptions', '@readme/oas-examples/3.1/json/schema-validation-top-level.json')
  await expect(compileForeign(file)).rejects.toMatchObject({
    message: expect.stringMatching(/^\S+:\d+:\d+ is not supported; remove it, so that schemas are JSON Schema 2020-12/),
  })
})

test('a schema of another dialect only affects its operation', async () => {
  const file = sandboxFile('descriptions', '@readme/oas-examples/3.1/json/schema-validation-local.json')
  const { leftOut } = await compileForeign(file)
  expect(leftOut).toEqual(['GET /anything/numbers'])
  expect(Object.keys(others)).toContain(basename(file))
})
