import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../../test/partner-center.ts'
import { shown } from '../../../test/shown.ts'
import { auditReport } from './view.ts'

/** Runs a list, and returns its audit file. */
async function setAudit() {
  const { cli, env, mock } = await setStage()
  const folder = env.XDG_STATE_HOME ?? ''
  const list = join(folder, 'customers.csv')
  writeFileSync(list, `customerId\n${customerId}\n`)
  await cli(['bulk', list, '--yes'])
  return { cli, mock, folder, file: join(folder, 'customers.audit.jsonl') }
}

test('for an unchanged audit file, the exit code is 0, and nothing is sent', async () => {
  const { cli, file, mock } = await setAudit()
  const asked = mock.requests.length
  const { code, stdout } = await cli(['audit', '--verify', file])
  expect(stdout).toMatch(
    /^seal intact: customers\.audit\.jsonl: 1 customer, of customers\.csv\naudit: written 2.*Z\naudit: customers\.results\.csv: unchanged\n/,
  )
  expect(stdout).toMatch(/^audit: SHA-256 [\da-f]{64}$/m)
  expect(code).toBe(0)
  expect(mock.requests).toHaveLength(asked)
})

test('a changed line is named, and the exit code is 1', async () => {
  const { cli, file } = await setAudit()
  writeFileSync(file, readFileSync(file, 'utf8').replace('"completed"', '"failed"'))
  const { code, stdout } = await cli(['audit', '--verify', file])
  expect(stdout).toMatch(/^seal broken: .*\n(audit: written .*\n)?audit: line 2 was changed$/m)
  expect(code).toBe(1)
  const screen = await cli(['audit', '--verify', file], { terminal: 80 })
  expect(stripVTControlCharacters(screen.output)).toMatch(/^✘ Seal broken/)
  expect(JSON.parse((await cli(['audit', '--verify', file, '--json'])).stdout)).toMatchObject({
    event: 'audit',
    sealed: false,
    problems: [{ line: 2, text: 'was changed' }],
  })
})

test('a changed file beside the audit file is named, and the exit code is 1', async () => {
  const { cli, file, folder } = await setAudit()
  writeFileSync(join(folder, 'customers.results.csv'), 'saved by a spreadsheet')
  const { code, stdout } = await cli(['audit', '--verify', file])
  expect(stdout).toContain('audit: customers.results.csv: changed\n')
  expect(code).toBe(1)
})

test('for a file that is missing or not an audit file, the exit code is 2', async () => {
  const { cli, folder } = await setAudit()
  for (const words of [['--verify', join(folder, 'customers.csv')], ['--verify', join(folder, 'none')], []]) {
    expect((await cli(['audit', ...words])).code).toBe(2)
  }
  const { stderr } = await cli(['audit', '--verify', join(folder, 'none')])
  expect(stderr).toMatch(/none.*\n {2}bulk writes it beside the list: customers\.audit\.jsonl\n$/)
})

const found = {
  sealed: true,
  problems: [],
  files: [],
  customers: 1_200,
  list: 'may.csv',
  writtenAt: 'today',
  seal: 'f00',
}

test.for<[what: string, change: Partial<Parameters<typeof auditReport>[1]>, first: string, more: string[]]>([
  [
    'unchanged',
    { files: [{ name: 'a.csv', state: 'unchanged' }] },
    '✔ Seal intact   may.audit.jsonl: 1,200 customers, of may.csv',
    ['written today', 'a.csv: unchanged', 'f00'],
  ],
  [
    'unchanged, beside a file that was changed and one that is missing',
    {
      files: [
        { name: 'a.csv', state: 'changed' },
        { name: 'b.csv', state: 'missing' },
      ],
    },
    '✘ Seal intact   may.audit.jsonl: 1,200 customers, of may.csv',
    ['written today', 'a.csv: changed', 'b.csv: not beside it, not verified', 'f00'],
  ],
  [
    'changed',
    { sealed: false, customers: 1, problems: [{ line: 2, text: 'was changed' }, { text: 'has another line end' }] },
    '✘ Seal broken   may.audit.jsonl: 1 customer, of may.csv',
    ['written today', 'line 2 was changed', 'has another line end'],
  ],
])('an audit file that is %s is shown as such', ([, change, first, more]) => {
  const report = auditReport('/lists/may.audit.jsonl', { ...found, ...change })
  expect(shown(report)).toEqual([first, ...more.map((line) => `${' '.repeat(16)}${line}`)])
})

test('an audit file without its list and time is shown without them', () => {
  const { list: _, writtenAt: __, seal: ___, ...bare } = found
  expect(auditReport('may.audit.jsonl', bare).plain).toEqual(['seal intact: may.audit.jsonl: 1,200 customers'])
})
