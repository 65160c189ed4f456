import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../test/partner-center.ts'

const program = ['--conditions=@partner-upgrades/source', fileURLToPath(new URL('../main.ts', import.meta.url))]

test.skipIf(!existsSync('/dev/full')).for([['explain'], ['ensure', customerId, '--yes', '--json']])(
  'if its output cannot be written, %j says so and exits with 1',
  async (args) => {
    const { env } = await setStage()
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [...program, ...args], { env, stdio: ['ignore', full, 'pipe'] })
    closeSync(full)
    const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')])
    expect(said).toMatch(/The output could not be written \(ENOSPC/)
    expect(code).toBe(1)
  },
)

test('a closed stderr does not change the exit code', async () => {
  const { env } = await setStage()
  const child = spawn(process.execPath, [...program, 'status', 'contoso'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([2, null])
})
