import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPacked } from '../../test/projects/install-packed.ts'

let project = ''
beforeAll(async () => {
  project = await installPacked()
}, 300_000)
afterAll(() => rm(project, { recursive: true, force: true }))

/** The base URL that the command prints. */
async function urlOf({ stdout }: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of stdout ?? []) {
    text += chunk
    const url = /listening on (\S+)\n/.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The command ended: ${text}`)
}

test('the installed command needs only the specification, answers, and ends cleanly when interrupted', async () => {
  expect(await readdir(join(project, 'node_modules/@partner-upgrades'))).toEqual(['mocks', 'spec'])
  expect((await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'))).toHaveLength(1)
  const command = spawn(process.execPath, [join(project, 'node_modules/.bin/partner-upgrades-mocks'), '--port', '0'])
  const answer = await fetch(`${await urlOf(command)}/v1/productUpgrades`)
  expect(answer.status).toBe(405)
  command.kill('SIGINT')
  expect(await once(command, 'exit')).toEqual([0, null])
})
