import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../../test/partner-center.ts'

async function setList() {
  const stage = await setStage()
  const folder = stage.env.XDG_STATE_HOME ?? ''
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${customerId}\n58e2af4f-0ad3-4688-8744-be2357cd939a\n`)
  return { ...stage, folder, file }
}

test('a stopped run is reported with what to do, without credentials and without a request', async () => {
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

test('a list that has not been run, and a dry run that has, are told apart', async () => {
  const { cli, file } = await setList()
  await cli(['bulk', file, '--dry-run'])
  const { code, stderr } = await cli(['report', file])
  expect(stderr).toMatch(/customers\.journal\.jsonl cannot be read \(ENOENT[^)]*\)\.\s+Run the list first/)
  expect(code).toBe(2)
  expect((await cli(['report', file, '--dry-run'])).stdout).toContain('done: 2 of 2 settled, 2 eligible')
  expect((await cli(['report', `${file}.none`])).code).toBe(2)
})
