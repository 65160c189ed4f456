import {
  linkSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '@partner-upgrades/mocks/core'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { ended, rowsOf, sending, service, setUpJournal, path as simulated } from '../../test/set-up-journal.ts'
import type { Store } from '../store/store.ts'
import { openJournal } from './journal.ts'

const root = mkdtempSync(join(tmpdir(), 'changed-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder = root
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'each-'))
  path = join(folder, 'journal.jsonl')
})

const open = (name = path): Promise<Store> =>
  openJournal({ path: name, customers: createCustomers(9), service, clock: createClock() })

/** Opens a journal, and records several creates. */
async function begin(): Promise<Store> {
  const store = await open()
  await rowsOf(store, 5)
  for (const row of [0, 1, 2]) await store.append(sending(row))
  return store
}

const hits: readonly (readonly [string, () => void, RegExp])[] = [
  ['removed', () => rmSync(path), /was removed or renamed/],
  ['renamed', () => renameSync(path, `${path}.old`), /was removed or renamed/],
  ['replaced by an empty file', () => replace(''), /was replaced by another file/],
  ['replaced by a copy', () => replace(readFileSync(path, 'utf8')), /was replaced by another file/],
  ['emptied', () => truncateSync(path), /was truncated from \d+ to \d+ bytes/],
  ['truncated in the middle', () => truncateSync(path, 700), /was truncated/],
  [
    'truncated by its last line',
    () => truncateSync(path, readFileSync(path).lastIndexOf('\n', -2) + 1),
    /was truncated|does not hold what was just written/,
  ],
  [
    'rewritten by an editor',
    () => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n')),
    /is damaged/,
  ],
  [
    'written to by another program',
    () => writeFileSync(path, 'Kept by Ann\n', { flag: 'a' }),
    /is damaged: line \d+ was not written by this program/,
  ],
]

function replace(content: string): void {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
}

test.for(hits)(
  'a journal that is %s while a run has it open ends the run with a clear error before anything more is sent',
  async ([, hit, message]) => {
    const store = await begin()
    hit()
    const asked = [store.append(sending(3)), store.append(ended(0)), store.claim('start', 1), store.renew()]
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.map(({ status }) => status)).toEqual(asked.map(() => 'rejected'))
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { name: 'StoreError' } })
    await expect(store.append(sending(4))).rejects.toThrow(message)
    await expect(store.append(sending(4))).rejects.toThrow(
      /This run had the journal open, so it has stopped and sends nothing more\. .* then run the same command again\./,
    )
    await store.close()
  },
)

test('changes are detected on the simulated machine, too', async () => {
  for (const hit of ['remove', 'write', 'change'] as const) {
    const { join: joinJournal, machine } = setUpJournal()
    const store = await joinJournal()
    await rowsOf(store, 3)
    await store.append(sending(0))
    if (hit === 'change') machine.change(simulated, (bytes) => bytes.subarray(0, 90))
    else machine[hit](simulated, '')
    await expect(store.append(sending(1))).rejects.toMatchObject({ name: 'StoreError' })
    await expect(store.append(sending(2))).rejects.toThrow(/removed|replaced|truncated/)
  }
})

test('results are not read from a journal whose path now leads to another file', async () => {
  const store = await begin()
  replace(readFileSync(path, 'utf8'))
  const read = async () => {
    for await (const { row } of store.histories()) expect(row).toBeLessThan(0)
  }
  await expect(read()).rejects.toMatchObject({ name: 'StoreError', message: expect.stringContaining('replaced') })
  await expect(store.close()).rejects.toMatchObject({ name: 'StoreError' })
})

test('a journal that was changed after it was read yields no results', async () => {
  const store = await begin()
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('"is":"sending"', '"is":"seNding"'), { flag: 'r+' })
  const read = async () => {
    for await (const { row } of store.histories()) expect(row).toBeLessThan(0)
  }
  await expect(read()).rejects.toThrow(/is damaged: line \d+ was changed or cut/)
  await store.close()
})

test('workers can share a journal through hard and symbolic links', async () => {
  const [hard, symbolic] = [join(folder, 'hard.jsonl'), join(folder, 'symbolic.jsonl')]
  const store = await begin()
  linkSync(path, hard)
  symlinkSync(path, symbolic)
  const others = [await open(hard), await open(symbolic)]
  const claims = await Promise.all([store, ...others].map((each) => rowsOf(each, 2)))
  expect(claims.flat().sort()).toEqual([5, 6, 7, 8])
  expect(await others[0]?.progress()).toMatchObject({ workers: 3, open: { sent: 3 } })
  for (const each of [store, ...others]) await each.close()
})

test('a symbolic link that now leads to another path is detected', async () => {
  const symbolic = join(folder, 'symbolic.jsonl')
  symlinkSync(path, symbolic)
  const store = await open(symbolic)
  await rowsOf(store, 1)
  rmSync(symbolic)
  symlinkSync(join(folder, 'other.jsonl'), symbolic)
  await expect(store.append(sending(0))).rejects.toThrow(/was removed or renamed/)
  await store.close()
})

test.for(['/dev/null', root])('a path that is not a regular file is rejected with a clear error: %s', async (name) => {
  await expect(open(name)).rejects.toMatchObject({ name: 'StoreError', message: expect.stringContaining(name) })
})

test('a closed store says that it is closed', async () => {
  const store = await open()
  await Promise.all([store.close(), store.close()])
  for (const write of [store.append(sending(0)), store.renew(), store.hold(1)]) {
    await expect(write).rejects.toMatchObject({ name: 'StoreError', message: `${path} was already closed.` })
  }
})
