import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../../test/partner-center.ts'

/** Sets up a list of two customers, at midnight of 2026-01-01 in UTC. */
async function setList() {
  const stage = await setStage()
  const file = join(stage.env.XDG_STATE_HOME ?? '', 'customers.csv')
  writeFileSync(file, `customerId\n${customerId}\n58e2af4f-0ad3-4688-8744-be2357cd939a\n`)
  return { ...stage, file }
}

const createdAt = ({ requests }: Awaited<ReturnType<typeof setList>>['mock']): number =>
  requests.find(({ operation }) => operation === 'createProductUpgrade')?.at ?? 0

test('with --between, the run waits for its hours, says until when, and resumes', async () => {
  const { cli, file, mock } = await setList()
  const { stdout, stderr, code } = await cli(['bulk', file, '--yes', '--between', '06:00-22:00 Asia/Kolkata'])
  expect(stderr).toBe('! Upgrades are created only in these hours: 06:00-22:00 Asia/Kolkata.\n')
  expect(stdout).toMatch(
    /^waiting: creates resume at 2026-01-01 06:00 Asia\/Kolkata; 2 customers wait\nresuming: 2 customers to go\n/,
  )
  expect(stdout).toContain('done: 2 completed')
  expect(code).toBe(0)
  expect(createdAt(mock)).toBeGreaterThanOrEqual(Date.parse('2026-01-01T00:30Z'))
})

test('without a time zone, the hours are those of the machine, and the output says so', async () => {
  const { cli, file } = await setList()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { stderr } = await cli(['bulk', file, '--yes', '--between', '00:00-23:59'])
  expect(stderr).toBe(
    `! Upgrades are created only in these hours: 00:00-23:59 ${zone}, the time zone of this machine.\n`,
  )
})

test('with --start-at, nothing is created before that time', async () => {
  const { cli, file, mock } = await setList()
  const { output } = await cli(['bulk', file, '--start-at', '2026-01-01T02:00+01:30'], { terminal: 80, typed: 'yes\n' })
  const text = stripVTControlCharacters(output)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(text).toMatch(/^! No upgrade is created before 2026-01-01 \d\d:\d\d /)
  expect(text).toContain(zone)
  expect(text).toMatch(/● Waiting +until 2026-01-01/)
  expect(text).toMatch(/● Resuming +2 customers to go/)
  expect(createdAt(mock)).toBeGreaterThanOrEqual(Date.parse('2026-01-01T00:30Z'))
})

test('with --json, waiting and resuming are events', async () => {
  const { cli, file } = await setList()
  const { stdout } = await cli(['bulk', file, '--yes', '--json', '--start-at', '2026-01-01T00:20Z'])
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.slice(1, 3)).toEqual([
    { event: 'waiting', until: '2026-01-01T00:20:00.000Z', waiting: 2, running: 0 },
    { event: 'goingOn', waiting: 2 },
  ])
})

test('Ctrl-C ends a waiting run, and the same command resumes it', async () => {
  const { cli, clock, file, mock } = await setList()
  const controller = new AbortController()
  const stopping = clock.sleep(60_000).then(() => controller.abort())
  const words = ['bulk', file, '--yes', '--start-at', '2026-01-01T00:20Z']
  const { stdout, code } = await cli(words, { signal: controller.signal })
  await stopping
  expect(stdout).toMatch(/stopped: 2 open: rerun the same command to continue/)
  expect(code).toBe(130)
  expect(mock.requests).toEqual([])
  expect((await cli(words)).stdout).toContain('done: 2 completed')
  expect(createsOf(mock)).toBe(2)
})

test.for([
  [['--between', '22-6'], /--between "22-6" is invalid\. Nothing was sent\.\n +Use two times of day.*Europe\/Berlin/],
  [['--between', '22:00-06:00 Mars'], /--between ".*" is invalid.*\n +"Mars" is not a time zone/],
  [['--start-at', '2026-01-01T22:00'], /--start-at ".*" is invalid.*\n +The time zone is missing/],
  [['--start-at', 'tonight'], /--start-at "tonight" is invalid.*\n +.*ISO 8601/],
  [['--start-at', '2026-01-01T22:00Z', '--dry-run'], /--start-at cannot be used with --dry-run/],
  [['--between', '22:00-06:00', '--dry-run'], /--between cannot be used with --dry-run/],
] as const)('%j is refused, and nothing is sent', async ([words, message]) => {
  const { cli, file, mock } = await setList()
  const { code, stderr } = await cli(['bulk', file, '--yes', ...words])
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(mock.requests).toEqual([])
})
