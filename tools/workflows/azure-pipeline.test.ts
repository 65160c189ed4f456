import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { snippetsOf } from '../snippets.ts'
import { fillIn, parseTemplate, runSteps } from './azure-pipeline.ts'

const text = readFileSync(join(import.meta.dirname, '../../pipelines/azure-devops-integration.yml'), 'utf8')
const template = parseTemplate(text)
const variables = { 'Agent.TempDirectory': '/temp', 'System.DefaultWorkingDirectory': '/work' }
const scripts = template.steps.flatMap(({ bash }) => bash ?? [])

describe('the template for consumers', () => {
  test('uses each of its parameters, and no other', () => {
    const read = new Set([...text.matchAll(/parameters\.(\w+)/g)].map(([, name]) => name))
    expect([...read].sort()).toEqual(template.parameters.map(({ name }) => name).sort())
  })

  test('passes its inputs to scripts as environment variables, never as command text', () => {
    for (const script of scripts) expect(script).not.toMatch(/\$\{\{|\$\([A-Z]\w*\.\w+\)/)
  })

  test('stops a script at its first error', () => {
    expect(scripts.length).toBeGreaterThan(3)
    for (const script of scripts) expect(script).toMatch(/^set -(euo|uo) pipefail\n/)
  })

  test('stops the mock whatever has happened', () => {
    expect(template.steps.at(-1)).toMatchObject({ condition: 'always()', bash: expect.stringContaining('kill') })
  })

  test('is documented: its README has each parameter and its default', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../pipelines/README.md'), 'utf8')
    for (const { name, default: value } of template.parameters) {
      expect(readme, name).toMatch(
        new RegExp(
          `^\\| \`${name}\` \\|.*\\| ${value === '' ? 'none' : `\`${String(value).replaceAll(/[$().]/g, '\\$&')}\``} \\|$`,
          'm',
        ),
      )
    }
  })
})

test('the pipeline in the README passes existing parameters', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../pipelines/README.md'), 'utf8')
  const [shown] = snippetsOf(readme).filter(({ language }) => language === 'yaml')
  const {
    steps,
  }: { readonly steps: readonly { readonly template?: string; readonly parameters?: Record<string, string> }[] } =
    parse(shown?.code ?? '')
  const [{ template: file, parameters = {} } = {}] = steps.filter((step) => step.template !== undefined)
  expect(file).toBe('azure-devops-integration.yml')
  expect(Object.keys(parameters).length).toBeGreaterThan(0)
  expect(() => fillIn(text, parameters, variables)).not.toThrow()
})

describe('filled in', () => {
  test('a step has the given values, and defaults for the others', () => {
    const [, install, start] = fillIn(text, { mocksVersion: '1.2.3', port: 4999 }, variables)
    expect(install?.env).toEqual({
      TOOLS: '/temp/partner-upgrades',
      MOCKS_VERSION: '1.2.3',
      CONTRACT_TESTS_VERSION: 'latest',
    })
    expect(start?.env).toMatchObject({ PORT: '4999', SCENARIO: '' })
    expect(start?.workingDirectory).toBe('/work')
  })

  test('an unknown parameter is an error', () => {
    expect(() => fillIn(text, { prot: 1 }, variables)).toThrow('There is no parameter prot.')
    expect(() => fillIn(text.replace('parameters.port', 'parameters.prot'), {}, variables)).toThrow('a parameter prot')
  })

  test('an unknown variable is an error', () => {
    expect(() => fillIn(text, {}, {})).toThrow(/There is no variable (Agent|System)\.\w+/)
  })
})

describe('run', () => {
  const step = (displayName: string, bash: string, condition?: 'succeededOrFailed()' | 'always()') => ({
    displayName,
    bash,
    workingDirectory: tmpdir(),
    ...(condition && { condition }),
  })

  test('a step after a failed one is skipped unless its condition says otherwise', async () => {
    const steps = [step('a', 'exit 3'), step('b', 'echo b ran'), step('c', 'echo c ran', 'succeededOrFailed()')]
    const { failed, output } = await runSteps(
      [...steps, { task: 'OnlyAzure@1' }, step('d', 'echo d ran', 'always()')],
      process.env,
    )
    expect(failed).toEqual(['a'])
    expect(output).not.toContain('b ran')
    expect(output).toContain('c ran')
    expect(output).toContain('d ran')
  })
})

test('the page of the contract tests is uploaded even if they fail', async () => {
  const agent = mkdtempSync(join(tmpdir(), 'agent-'))
  onTestFinished(() => rmSync(agent, { recursive: true }))
  const bin = join(agent, 'partner-upgrades/node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  const page = join(agent, 'partner-upgrades/contract.html')
  writeFileSync(join(bin, 'partner-upgrades-contract-tests'), `#!/bin/sh\necho wrong > '${page}'\nexit 1\n`, {
    mode: 0o755,
  })

  const steps = fillIn(text, {}, { 'Agent.TempDirectory': agent, 'System.DefaultWorkingDirectory': agent })
  const verify = steps.filter(({ bash }) => bash?.includes('partner-upgrades-contract-tests" verify'))
  const { failed, output } = await runSteps(verify, process.env)
  expect(failed).toEqual(['Verify the service against the contract'])
  expect(output).toContain(`##vso[task.uploadfile]${page}\n`)
})
