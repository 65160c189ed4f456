// Lints our document with IBM's ruleset for its cloud services. Each finding is answered in docs/decisions.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { isObject } from '@partner-upgrades/spec-diff/document'
import { beforeAll, expect, test } from 'vitest'
import { installSandbox, sandboxFile } from '../../sandboxes/install.ts'
import { type Answer, type Finding, parseAnswers, placeOf, unanswered, unneeded } from './answers.ts'

const root = join(import.meta.dirname, '../../..')
let answers: readonly Answer[]
let findings: readonly Finding[]

beforeAll(async () => {
  await installSandbox('ruleset')
  answers = parseAnswers(readFileSync(join(root, 'docs/decisions/0006-findings-of-ibms-ruleset.md'), 'utf8'))
  findings = await lint(fileURLToPath(import.meta.resolve('@partner-upgrades/spec/openapi.json')))
})

/** Returns Spectral's findings in a document by IBM's rules. */
async function lint(document: string): Promise<readonly Finding[]> {
  const ruleset = sandboxFile('ruleset', '@ibm-cloud/openapi-ruleset/src/ibm-oas.js')
  const spectral = join(root, 'node_modules/@stoplight/spectral-cli/dist/index.js')
  const options = ['lint', document, '--ruleset', ruleset, '--format', 'json', '--quiet']
  // With findings, Spectral exits with 1, but still prints them.
  const { stdout } = await promisify(execFile)(process.execPath, [spectral, ...options], {
    maxBuffer: 100_000_000,
  }).catch((error: unknown) => {
    if (isObject(error) && error.code === 1 && typeof error.stdout === 'string') return { stdout: error.stdout }
    throw error
  })
  const results: unknown = JSON.parse(stdout)
  if (!Array.isArray(results)) throw new Error('Spectral did not print a list')
  return results.map(({ code, path, message }) => ({ rule: code, place: placeOf(path), message }))
}

test('every finding is answered', () => {
  console.log(`${findings.length} findings of ${new Set(findings.map(({ rule }) => rule)).size} rules`)
  expect(findings.length).toBeGreaterThan(0)
  expect(unanswered(findings, answers)).toEqual([])
})

test('every answer has a finding', () => {
  expect(unneeded(findings, answers)).toEqual([])
})
