import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { run } from './run.ts'

vi.mock(import('node:fs'), async (original) => ({
  ...(await original()),
  watch: () => {
    throw Object.assign(new Error('ENOSPC: System limit for number of file watchers reached'), { code: 'ENOSPC' })
  },
}))

test('on a machine without free file watchers, it reports that and serves anyway', async () => {
  const file = join(temporaryFolder(), 'scenario.json')
  writeFileSync(file, '{}')
  const complaints: string[] = []
  const output = { print: () => {}, complain: (line: string) => complaints.push(line) }
  const server = await run(['--port', '0', '--quiet', '--scenario', file], output)
  onTestFinished(() => server?.close())
  expect(complaints).toEqual([
    `${file} cannot be watched for changes.\nENOSPC: System limit for number of file watchers reached`,
  ])
  expect((await fetch(`${server?.url}/elsewhere`)).status).toBe(404)
})
