import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../../test/partner-center.ts'
import { ended, runProgress } from '../../../test/run-progress.ts'
import { shown } from '../../../test/shown.ts'
import { standReport } from './view.ts'

async function setList() {
  const stage = await setStage()
  const folder = stage.env.XDG_STATE_HOME ?? ''
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${customerId}\n58e2af4f-0ad3-4688-8744-be2357cd939a\n`)
  return { ...stage, folder, file }
}

test('a stopped run is reported with advice, without credentials and without a request', async () => {
  const { cli, clock, mock, file, folder } = await setList()
  const controller = new AbortController()
  mock.inject(faults.slow({ by: '1s' }), { every: 1 })
  const stopping = clock.sleep(45_000).then(() => controller.abort())
  await cli(['bulk', file, '--yes'], { signal: controller.signal })
  await stopping
  const asked = mock.requests.length
  const { code, stdout } = await cli(['report', file], { env: { PARTNER_CENTER_TOKEN: '' } })
  expect(stdout).toMatch(
    /^stopped: \d of 2 settled.*; no process is working on it, last entry .* ago; to continue, rerun the bulk command\nfile: .*customers\.interim-report\.html\n$/,
  )
  expect(code).toBe(0)
  expect(existsSync(join(folder, 'customers.interim-report.html'))).toBe(true)
  expect(mock.requests).toHaveLength(asked)
})

test('a finished run is reported on a screen and as JSON', async () => {
  const { cli, file } = await setList()
  await cli(['bulk', file, '--yes'])
  const { output } = await cli(['report', file], { terminal: 80 })
  expect(stripVTControlCharacters(output)).toMatch(/^✔ Done +2 of 2 settled, 2 completed\n/)
  expect(JSON.parse((await cli(['report', file, '--json'])).stdout)).toMatchObject({
    event: 'report',
    rows: 2,
    settled: 2,
    ended: { completed: 2 },
    working: 0,
    lastWrittenAt: expect.stringMatching(/Z$/),
  })
})

test('a list that has not been run is distinguished from one with a dry run', async () => {
  const { cli, file } = await setList()
  await cli(['bulk', file, '--dry-run'])
  const { code, stderr } = await cli(['report', file])
  expect(stderr).toMatch(/customers\.journal\.jsonl cannot be read \(ENOENT[^)]*\)\.\s+Run the list first/)
  expect(code).toBe(2)
  expect((await cli(['report', file, '--dry-run'])).stdout).toContain('done: 2 of 2 settled, 2 eligible')
  expect((await cli(['report', `${file}.none`])).code).toBe(2)
})

const progress = runProgress({ rows: 1_200 })
const stand = { progress, working: 0, lastWriteAt: 1_000, journal: 'j.jsonl', report: 'r.html' }
const unfinished = { ...progress, open: { new: 1_000, sent: 12, created: 34 } }
const finished = { ...progress, ended: ended({ completed: 1_100, failed: 100 }) }
const fleet = { list: 'may', partner: 'p' }

test.for<[what: string, stand: Partial<Parameters<typeof standReport>[0]>, screen: string[]]>([
  [
    'a run',
    { progress: unfinished, working: 1 },
    [
      '● Running       154 of 1,200 settled, 12 unsettled, 34 running',
      '1 process is working on it, last entry 1 min 5 s ago',
    ],
  ],
  [
    'a run of several processes',
    { progress: unfinished, working: 1_002 },
    [
      '● Running       154 of 1,200 settled, 12 unsettled, 34 running',
      '1,002 processes are working on it, last entry 1 min 5 s ago',
    ],
  ],
  [
    'a run that stopped',
    { progress: unfinished },
    [
      '● Stopped       154 of 1,200 settled, 12 unsettled, 34 running',
      'no process is working on it, last entry 1 min 5 s ago',
      'to continue, rerun the bulk command',
    ],
  ],
  [
    'a run handed over to a fleet',
    { progress: unfinished, handedOver: fleet },
    [
      '● Stopped       154 of 1,200 settled, 12 unsettled, 34 running',
      'no process is working on it, last entry 1 min 5 s ago',
      'handed over to a fleet: partner-upgrades fleet report may',
    ],
  ],
  [
    'a finished run, by a clock that was set back',
    { progress: { ...finished, again: 1_001 }, lastWriteAt: 99_000 },
    [
      '✘ Done          1,200 of 1,200 settled, 1,100 completed, 100 failed',
      'no process is working on it, last entry 0 s ago',
      '1,001 can be retried with --only-failed',
    ],
  ],
  [
    'a run that had ended before its list was handed over',
    { progress: { ...finished, again: 7 }, handedOver: fleet },
    [
      '✘ Done          1,200 of 1,200 settled, 1,100 completed, 100 failed',
      'no process is working on it, last entry 1 min 5 s ago',
      'handed over to a fleet: partner-upgrades fleet report may',
    ],
  ],
])('%s is shown with what to do next', ([, change, screen]) => {
  const [first = '', ...details] = [...screen, 'r.html']
  const report = standReport({ ...stand, ...change }, 66_000)
  expect(shown(report)).toEqual([first, ...details.map((line) => `${' '.repeat(16)}${line}`)])
  expect(report.json.handedOver).toEqual(change.handedOver)
})

test('the journal is read from the given folder; only if it is missing is the advice to run the list first', async () => {
  const { cli, file, folder } = await setList()
  const none = await cli(['report', file, '--out', join(folder, 'none')])
  expect(none.stderr).toMatch(/none\/customers\.journal\.jsonl cannot be read.*\n {2}Run the list first/)
  const wrong = await cli(['report', file, '--out', file])
  expect(wrong.stderr).toContain(join(file, 'customers.journal.jsonl'))
  expect(wrong.stderr).not.toContain('Run the list first')
})
