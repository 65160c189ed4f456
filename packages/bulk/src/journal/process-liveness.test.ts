import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning, type ProcessIdentity } from '@partner-upgrades/client/node'
import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { pass, path, rowsOf, sending, service, setUpJournal } from '../../test/set-up-journal.ts'
import { openJournal } from './journal.ts'
import { createLiveness } from './process-liveness.ts'

const forever = Number.POSITIVE_INFINITY

test('the claims of a killed process are free as soon as the journal is opened again', async () => {
  const { joinAs, machine } = setUpJournal(3)
  const mortal = machine.start(forever)
  const store = await joinAs(mortal)
  await rowsOf(store, 3)
  await store.append(sending(1))
  mortal.kill()
  const next = await joinAs(machine.start(forever))
  expect((await next.progress()).workers).toBe(1)
  const { work } = await next.claim('start', 3)
  expect(work).toMatchObject([{ row: 0 }, { row: 1, stage: 'sent' }, { row: 2 }])
})

test('a live worker takes over the claims of a killed process at its next renewal', async () => {
  const { joinAs, machine } = setUpJournal(2)
  const mortal = machine.start(forever)
  const survivor = await joinAs(machine.start(forever))
  await rowsOf(await joinAs(mortal), 2)
  mortal.kill()
  expect(await rowsOf(survivor, 2)).toEqual([])
  await survivor.renew()
  expect(await rowsOf(survivor, 2)).toEqual([0, 1])
})

test('a running process keeps its claims until its lease expires', async () => {
  const { join, joinAs, machine, clock } = setUpJournal(1)
  const stopped = await joinAs(machine.start(forever))
  await rowsOf(stopped, 1)
  const other = await join()
  await pass(clock, 30, other)
  expect(await rowsOf(other, 1)).toEqual([])
  clock.advance('1s')
  expect(await rowsOf(other, 1)).toEqual([0])
})

test('a dead worker is reported once, and one that left is not', async () => {
  const { joinAs, machine } = setUpJournal(2)
  const [mortal, other] = [machine.start(forever), machine.start(forever)]
  await (await joinAs(mortal)).close()
  await joinAs(mortal)
  mortal.kill()
  for (let times = 0; times < 3; times++) {
    const store = await joinAs(other)
    await store.renew()
    await store.close()
  }
  expect(machine.text(path).match(/"is":"gone"/g)).toHaveLength(1)
})

test('a worker wrongly considered dead may continue with rows nobody has claimed', async () => {
  const { join, joinAs, machine } = setUpJournal(2)
  const store = await join()
  await rowsOf(store, 2)
  const { open } = machine.start(forever)
  const mistaken = await joinAs(machine.start(forever), {
    open,
    processes: { current: () => ({ host: 'machine', pid: 99, startedAt: 0 }), isRunning: ({ pid }) => pid === 99 },
  })
  expect(await rowsOf(mistaken, 1)).toEqual([0])
  expect(await store.append(sending(0))).toBe(false)
  expect(await store.append(sending(1))).toBe(true)
})

test('a real process that is killed with kill -9 is detected at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liveness-'))
  const program = `
    import { currentProcess } from '@partner-upgrades/client/node'
    process.stdin.resume()
    console.log(JSON.stringify(currentProcess()))`
  const options = ['--conditions=@partner-upgrades/source', '--input-type=module', '-e', program]
  const child = spawn(process.execPath, options, { cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'inherit'] })
  const [printed] = await once(child.stdout, 'data')
  const identity: ProcessIdentity = JSON.parse(String(printed))
  const journal = { path: join(folder, 'journal'), customers: createCustomers(2), service, clock: createClock() }
  const mortal = await openJournal({ ...journal, processes: { current: () => identity, isRunning } })
  await rowsOf(mortal, 2)
  const other = await openJournal(journal)
  expect(await rowsOf(other, 2)).toEqual([])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await other.renew()
  expect(await rowsOf(other, 2)).toEqual([0, 1])
  await Promise.all([other.close(), mortal.close()])
  rmSync(folder, { recursive: true })
})

test('the processes of other workers are known until they leave or are reported dead', () => {
  const at = (pid: number): ProcessIdentity => ({ host: 'machine', pid, startedAt: 0 })
  const { hear, running, dead } = createLiveness({ current: () => at(1), isRunning: ({ pid }) => pid !== 3 }, 'own')
  const opened = { is: 'opened', version: 2, after: 0, dryRun: false, service, lease: 1 } as const
  const input = { name: '', sha256: '', rows: 0 }
  const workers = ['own', 'two', 'three', 'four']
  for (const [index, w] of workers.entries())
    hear({ w, n: 1, at: 0, event: { ...opened, input, process: at(index + 1) } })
  hear({ w: 'two', n: 2, at: 0, event: { is: 'alive' } })
  expect([running(), dead()]).toEqual([[at(2), at(4)], ['three']])
  hear({ w: 'two', n: 3, at: 0, event: { is: 'left' } })
  hear({ w: 'own', n: 2, at: 0, event: { is: 'gone', worker: 'three' } })
  expect([running(), dead()]).toEqual([[at(4)], []])
})
