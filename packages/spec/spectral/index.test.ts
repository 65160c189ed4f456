// Uses these rules from a user's own ruleset, with Spectral's own command.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { without } from '../test/bookshop.ts'
import { rulesetWith } from './index.js'

const room = fileURLToPath(new URL('..', import.meta.url))
const command = join(room, '../../node_modules/@stoplight/spectral-cli/dist/index.js')
const document = without(['paths', '/books', 'post', 'responses', '408'])

/** Lints the bookshop in a user's folder, and returns the messages of a rule. */
function lint(ruleset: string, rule: string): { readonly messages: readonly string[]; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'spectral-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'node_modules/@partner-upgrades'), { recursive: true })
  symlinkSync(room, join(folder, 'node_modules/@partner-upgrades/spec'))
  writeFileSync(join(folder, '.spectral.mjs'), ruleset)
  writeFileSync(join(folder, 'api.yaml'), JSON.stringify(document))
  const { stdout, stderr } = spawnSync(process.execPath, [command, 'lint', 'api.yaml', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!stdout.startsWith('[')) return { messages: [], output: stdout + stderr }
  const found: readonly { code: string; message: string }[] = JSON.parse(stdout)
  return { messages: found.filter(({ code }) => code === rule).map(({ message }) => message), output: stdout }
}

const missing = 'The operation does not describe a 408 response.'

test('a ruleset in JavaScript can use the rules unchanged', () => {
  const { messages } = lint(`export { default } from '@partner-upgrades/spec/spectral.js'`, 'error-responses')
  expect(messages).toEqual([missing])
})

test('one option of one rule can be replaced, and the others stay', () => {
  const own = (options: string): string =>
    `import { rulesetWith } from '@partner-upgrades/spec/spectral.js'\nexport default rulesetWith({ 'error-responses': ${options} })`
  expect(lint(own(`{ statuses: ['400', '404'] }`), 'error-responses').messages).toEqual([])
  expect(lint(own(`{ ofBodies: ['422'] }`), 'error-responses').messages).toEqual([
    missing,
    missing.replace('408', '422'),
  ])
})

test.for<[options: Record<string, Record<string, unknown>>, message: RegExp]>([
  [
    { 'error-response': { statuses: [] } },
    /No rule "error-response" has options\. Rules with options: .*error-responses/,
  ],
  [{ throttling: { statuses: [] } }, /No rule "throttling" has options/],
  [
    { 'error-responses': { status: [] } },
    /The rule "error-responses" has no option "status"\. Its options: statuses, ofBodies/,
  ],
])('the options %j are refused', ([options, message]) => {
  expect(() => rulesetWith(options)).toThrow(message)
})

test('Spectral says why options are refused', () => {
  const ruleset = `import { rulesetWith } from '@partner-upgrades/spec/spectral.js'\nexport default rulesetWith({ throttling: { statuses: [] } })`
  expect(lint(ruleset, 'error-responses').output).toContain('No rule "throttling" has options')
})
