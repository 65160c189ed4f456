import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { recordingPath } from '../../test/recording.ts'
import { record } from './record-command.ts'
import { run } from './run.ts'

async function called(...args: readonly string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const context = {
    print: (text: string) => void printed.push(text),
    printError: (text: string) => void complaints.push(text),
    env: {},
  }
  return { code: await run(args, context), printed: printed.join('\n'), complaints }
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'drift-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

async function fileOf(text: string): Promise<string> {
  const file = join(await folder(), 'some.har')
  writeFileSync(file, text)
  return file
}

describe('verify --har', () => {
  test.for<[string, number, string]>([
    ['good', 0, '0 violations'],
    ['new-property', 0, '2 additions'],
    ['missing-location', 1, 'Location is missing'],
    ['html-for-json', 1, 'text/html'],
  ])('of %s is exit code %i', async ([name, code, text]) => {
    const result = await called('verify', '--har', recordingPath(name))
    expect(result).toMatchObject({ code, complaints: [], printed: expect.stringContaining(text) })
  })

  test('can be set to fail on additions', async () => {
    expect(await called('verify', '--fail-on-additions', `--har=${recordingPath('new-property')}`)).toMatchObject({
      code: 1,
    })
    expect(await called('verify', '--fail-on-additions', `--har=${recordingPath('good')}`)).toMatchObject({ code: 0 })
  })

  test('a recording without answers is exit code 2: nothing was compared', async () => {
    const har = JSON.parse(readFileSync(recordingPath('good'), 'utf8'))
    for (const entry of har.log.entries) entry.response = { status: 0 }
    const file = await fileOf(JSON.stringify(har))
    expect(await called('verify', '--har', file)).toEqual({
      code: 2,
      printed: '',
      complaints: [`${file} has no response of Partner Center product upgrades: there is nothing to compare`],
    })
  })

  test('writes its findings as JSON', async () => {
    const file = join(await folder(), 'deep', 'report.json')
    await called('verify', '--har', recordingPath('missing-location'), '--report', `json=${file}`)
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(report).toMatchObject({ checked: 1, violations: [{ entry: 0, pointer: '/response/headers/Location' }] })
  })

  test('writes its report as a page and as JUnit XML', async () => {
    const out = await folder()
    const reports = ['--report', `html=${join(out, 'page.html')}`, '--report', `junit=${join(out, 'cases.xml')}`]
    expect(await called('verify', '--har', recordingPath('missing-location'), ...reports)).toMatchObject({ code: 1 })
    expect(readFileSync(join(out, 'page.html'), 'utf8')).toMatch(
      /1 thing is wrong.*missing-location\.har.*headers\/Location<p>is missing/s,
    )
    expect(readFileSync(join(out, 'cases.xml'), 'utf8')).toMatch(/<testsuite name="Violations" tests="1" failures="1"/)
  })

  test.for<[string, string, RegExp]>([
    ['HTML', '<html>', /some\.har is not a HAR: it is HTML/],
    ['a HAR that was cut off', '{"log":{"entries":[{"req', /some\.har is not a HAR: it ends in the middle/],
    ['other JSON', '{"openapi":"3.1.1"}', /some\.har is not a HAR: it has no "log"/],
    ['no entries', '{"log":{"entries":[]}}', /some\.har has no entries/],
    [
      'entries of others',
      '{"log":{"entries":[{"request":{"method":"GET","url":"https://graph.microsoft.com/"},"response":{"status":200}}]}}',
      /some\.har has no entry of Partner Center product upgrades; they went to https:\/\/graph\.microsoft\.com/,
    ],
  ])('of %s is exit code 2, and one line', async ([, text, line]) => {
    const { code, printed, complaints } = await called('verify', '--har', await fileOf(text))
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect(complaints).toEqual([expect.stringMatching(line)])
    expect(complaints[0]).not.toContain('\n')
  })

  test.for<[readonly string[], RegExp]>([
    [['--har', '/nowhere/at.har'], /at\.har cannot be read: there is no such file/],
    [['--har', '/'], /cannot be read: it is a folder/],
    [['--har', ''], /--har is missing/],
    [['--har', recordingPath('good'), '--base-url', 'localhost'], /--base-url is not a URL: localhost/],
    [
      ['--har', recordingPath('good'), '--base-url', 'https://a.example/v1'],
      /--base-url must not end with \/v1: https/,
    ],
    [
      ['--har', recordingPath('good'), '--base-url', 'https://a.example?key=b'],
      /--base-url must not contain a user, a qu/,
    ],
    [['--har', recordingPath('good'), '--report', 'pdf=x'], /--report must be json, junit, html and a file/],
    [
      ['--har', recordingPath('good'), '--report', `html=${recordingPath('good')}/report.html`],
      /report\.html cannot be written/,
    ],
    [['--har', recordingPath('good'), '--fast'], /Unknown option '--fast'/],
  ])('%j is exit code 2, and one line', async ([args, line]) => {
    const { code, complaints } = await called('verify', ...args)
    expect(code).toBe(2)
    expect(complaints).toEqual([expect.stringMatching(line)])
  })
})

describe('promote', () => {
  test('prints an exchange, or writes it to a new file', async () => {
    const args = [
      'promote',
      '--har',
      recordingPath('new-fault-code'),
      '--entry',
      '0',
      '--source',
      'a test',
      '--anonymous',
    ]
    const { code, printed } = await called(...args)
    expect(code).toBe(0)
    expect(printed).toMatch(
      /^operation: createProductUpgrade\nsummary: .*900131\nx-evidence:\n {2}level: captured\n {2}source: a test/,
    )
    const summarized = await called(...args, '--summary', 'In my own words')
    expect(summarized.printed).toMatch(/^operation: createProductUpgrade\nsummary: In my own words\n/)
    const out = await folder()
    expect(await called(...args, '--out', out)).toMatchObject({ code: 0 })
    const file = join(out, 'createProductUpgrade.captured-409-900131.yaml')
    expect(readFileSync(file, 'utf8')).toBe(`${printed}\n`)
    const again = await called(...args, '--out', out)
    expect(again).toMatchObject({ code: 2, complaints: [expect.stringContaining('already exists')] })
  })

  test('says what contradicts the specification, with exit code 1', async () => {
    const { code, complaints } = await called('promote', '--har', recordingPath('missing-location'), '--entry', '0')
    expect(code).toBe(1)
    expect(complaints).toEqual([expect.stringContaining('/response/headers/Location is missing')])
  })

  test.for<[string, RegExp]>([
    ['9', /good\.har has no entry 9; it has 6/],
    ['-1', /--entry/],
    ['one', /--entry must be a whole number/],
  ])('of entry %s is exit code 2', async ([entry, line]) => {
    const { code, complaints } = await called('promote', '--har', recordingPath('good'), '--entry', entry)
    expect(code).toBe(2)
    expect(complaints).toEqual([expect.stringMatching(line)])
  })
})

describe('record', () => {
  test("records a client's traffic in a form that can be verified, readable only by this user", async () => {
    const server = await startMockServer(createPartnerCenterMock())
    onTestFinished(() => server.close())
    const out = join(await folder(), 'deep', 'upgrades.har')
    const printed: string[] = []
    await record({ baseUrl: server.url, out }, { print: (text) => void printed.push(text) }, async (baseUrl) => {
      const client = createProductUpgradesClient({ credential: 'a-credential', baseUrl })
      const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
      await client.getStatus(await client.create(request))
    })
    expect(printed.at(-1)).toMatch(/^Wrote 2 entries to /)
    expect(await readFile(out, 'utf8')).not.toMatch(/a-credential|4c721420/i)
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(out, '..'))).toEqual(['upgrades.har'])
    const verified = await called('verify', '--har', out, '--base-url', server.url)
    expect(verified).toMatchObject({ code: 0, printed: expect.stringContaining('2 of 2 entries checked') })
  })

  test.for<[readonly string[], RegExp]>([
    [['--out', 'x.har'], /--base-url is missing/],
    [['--base-url', 'https://example.org'], /--out is missing/],
    [['--base-url', 'example', '--out', 'x.har'], /base URL must be/],
    [['--base-url', 'http://example.org', '--out', 'x.har'], /must be https/],
    [['--base-url', 'https://example.org/v1', '--out', 'x.har'], /(is given without|must not end with) \/v1/],
    [['--base-url', 'https://example.org', '--out', 'x.har', '--port', '70000'], /--port must be/],
    [['--base-url', 'https://example.org', '--out', recordingPath('good')], /good\.har already exists/],
    [['--base-url', 'https://example.org', '--out', 'x.har', '--secrets', '/nowhere'], /\/nowhere cannot be read/],
  ])('%j is exit code 2, and one line', async ([args, line]) => {
    const { code, complaints } = await called('record', ...args)
    expect(code).toBe(2)
    expect(complaints).toEqual([expect.stringMatching(line)])
  })

  test('that cannot write reports it in one line', async () => {
    const out = join(await folder(), 'taken')
    const blocked = record({ baseUrl: 'http://127.0.0.1:1', out }, { print: () => {} }, async () => {
      await mkdir(join(out, 'in-the-way'), { recursive: true })
    })
    await expect(blocked).rejects.toThrow(/taken cannot be written/)
  })
})

test.for([
  ['verify', '--har', 'x', '--help'],
  ['promote', '--help'],
  ['record', '--help'],
])('%j prints help', async (args) => {
  const { code, printed } = await called(...args)
  expect(printed).toContain(`  ${args[0]} --`)
  expect(code).toBe(0)
})
