// Verifies a provider that nobody here wrote: Prism, which serves the same document. Where it differs from the contract is listed and
// explained in differences.json; one more, one less, or one with another reason fails.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../report/report.ts'
import { writeReport } from '../report/write.ts'
import { verify } from '../verify/verify.ts'
import differences from './differences.json' with { type: 'json' }
import { installPrism, type Prism, startPrism } from './prism.ts'

let prism: Prism
let report: Report

beforeAll(async () => {
  await installPrism()
  prism = await startPrism(fileURLToPath(import.meta.resolve('@partner-upgrades/spec/openapi.json')))
  report = await verify({
    baseUrl: prism.url,
    token: 'any-token',
    customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    allowWrites: true,
    maxRps: 10_000,
    timeout: 3_000,
  })
  for (const form of ['json', 'junit', 'html']) {
    writeReport(report, form, join(import.meta.dirname, '..', '..', 'reports', 'prism', `prism.${form}`))
  }
})

afterAll(() => prism?.stop())

test('Prism differs from the contract exactly where it is listed, and for the reason that is listed', () => {
  const failed = report.cases.filter(({ outcome }) => outcome === 'failed')
  const found = Object.fromEntries(failed.map(({ name, reasons }) => [name, reasons]))
  const listed = Object.fromEntries(differences.flatMap(({ reasons, cases }) => cases.map((name) => [name, reasons])))
  expect(found).toEqual(listed)
})

test('every difference is explained, and listed once', () => {
  for (const { why } of differences) expect(why).toMatch(/^Prism|^The/)
  const names = differences.flatMap(({ cases }) => cases)
  expect(new Set(names).size).toBe(names.length)
})

test('in most of the contract Prism and we agree', () => {
  const passed = report.cases.filter(({ outcome }) => outcome === 'passed').length
  console.log(report.figures.map(({ label, value }) => `${value.padStart(10)}  ${label}`).join('\n'))
  expect(passed / report.cases.length).toBeGreaterThan(0.75)
})
