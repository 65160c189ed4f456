import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../test/partner-center.ts'
import { askConsentTo, checkConsent } from './consent.ts'

const terminal = 80

test.for(['create', 'ensure', 'upgrade'])(
  '%s says what will happen, and creates once yes is typed',
  async (command) => {
    const { mock, cli } = await setStage()
    const { code, stdout, stderr } = await cli([command, customerId], { terminal, typed: 'yes\n' })
    expect(stderr).toContain(customerId)
    expect(stderr).toMatch(/buys the plan/)
    expect(stdout).toMatch(/Created/)
    expect(code).toBe(0)
    expect(createsOf(mock)).toBe(1)
  },
)

test.for([' yes \n', 'YES\n'])('%j counts as yes', async (typed) => {
  const { cli } = await setStage()
  expect((await cli(['create', customerId], { terminal, typed })).code).toBe(0)
})

test.for(['\n', 'y\n', 'no\n', 'yes please\n', '\u0003', '\u0004'])('%j creates nothing', async (typed) => {
  const { mock, cli } = await setStage()
  const { code, stderr } = await cli(['upgrade', customerId], { terminal, typed })
  expect(stderr).toContain('Type yes to create the upgrade: ')
  expect(stripVTControlCharacters(stderr)).toMatch(/\n✘ (Interrupted\. )?Nothing was created\.\n$/)
  expect(code).toBe(typed === '\u0003' ? 130 : 1)
  expect(createsOf(mock)).toBe(0)
})

test('with --json, the question does not go to stdout', async () => {
  const { cli } = await setStage()
  const { stdout } = await cli(['create', customerId, '--json'], { terminal, typed: 'yes\n' })
  expect(JSON.parse(stdout)).toMatchObject({ event: 'created', customerId })
})

test('an existing upgrade needs no confirmation', async () => {
  const { cli } = await setStage({ upgrades: [{ customerId }] })
  const { code, stderr } = await cli(['upgrade', customerId], { terminal })
  expect(stderr).toBe('')
  expect(code).toBe(0)
})

/** Sets up a terminal with typed input, and records what happens on it. */
function setTerminal(typed: string, columns = 20) {
  const seen: string[] = []
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  stdin.write(typed)
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns })
  stderr.on('data', (text) => void seen.push(String(text)))
  const { signal } = new AbortController()
  const host = { env: {}, stdin, stdout: stderr, stderr, signal, interrupt: () => {} }
  const reporter = {
    report: () => {},
    note: () => {},
    progress: () => {},
    clearProgress: () => void seen.push('<cleared>'),
  }
  return { seen, stdin, session: { host, reporter } }
}

test('the question comes after the progress line is cleared, fits the terminal, and then releases it', async () => {
  const { seen, stdin, session } = setTerminal('yes\n')
  await askConsentTo(session, {}, 'one two three four five six')
  expect(seen.slice(0, 2)).toEqual(['<cleared>', 'one two three four\nfive six\n'])
  // A program that keeps reading would not exit.
  expect(stdin.isPaused()).toBe(true)
})

test('with --yes, nothing is asked', async () => {
  const { seen, session } = setTerminal('no\n')
  await askConsentTo(session, { yes: true }, 'one two')
  expect(seen).toEqual([])
})

test('confirmation needs a terminal for both input and output', () => {
  const { session } = setTerminal('')
  const { host } = session
  const pipe = new PassThrough()
  expect(() => checkConsent(session, {})).not.toThrow()
  for (const ends of [{ stdin: pipe }, { stderr: pipe }]) {
    const half = { ...session, host: { ...host, ...ends } }
    expect(() => checkConsent(half, {})).toThrow(
      expect.objectContaining({
        message: 'Nothing was created: there is no terminal to confirm at.',
        advice: ['Add --yes to create the upgrade without confirmation.'],
      }),
    )
    expect(() => checkConsent(half, { yes: true })).not.toThrow()
  }
})
