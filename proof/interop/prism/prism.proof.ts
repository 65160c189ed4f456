// Verifies a third-party provider: Prism, which serves the same document. Its differences from the contract are listed and
// explained in differences.json; an additional, missing or changed difference fails.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Report, toHtml, toJunit, verify } from '@partner-upgrades/contract-tests'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installSandbox } from '../../sandboxes/install.ts'
import differences from './differences.json' with { type: 'json' }
import { type Prism, startPrism } from './prism.ts'

let prism: Prism
let report: Report

beforeAll(async () => {
  await installSandbox('prism')
  prism = await startPrism(fileURLToPath(import.meta.resolve('@partner-upgrades/spec/openapi.json')))
  report = await verify({
    baseUrl: prism.url,
    token: 'any-token',
    customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    allowWrites: true,
    maxRps: 10_000,
    timeout: 3_000,
  })
  const reports = join(import.meta.dirname, '../../reports/prism')
  mkdirSync(reports, { recursive: true })
  writeFileSync(join(reports, 'prism.json'), JSON.stringify(report, undefined, 2))
  writeFileSync(join(reports, 'prism.xml'), toJunit(report))
  writeFileSync(join(reports, 'prism.html'), toHtml(report))
})

afterAll(() => prism?.stop())

test('Prism differs from the contract exactly where listed, and for the listed reason', () => {
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

test('Prism and the contract agree in most cases', () => {
  const passed = report.cases.filter(({ outcome }) => outcome === 'passed').length
  console.log(report.figures.map(({ label, value }) => `${value.padStart(10)}  ${label}`).join('\n'))
  expect(passed / report.cases.length).toBeGreaterThan(0.75)
})
