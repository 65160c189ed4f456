import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { baseUrl, customerId, requestId, upgradeId } from '../../test/service.ts'
import type { PendingCreate } from '../idempotency/store.ts'
import { createIdempotencyFiles, type IdempotencyFiles } from './idempotency-files.ts'
import { machineTime } from './process-identity.ts'

const subject = { baseUrl, customerId, productFamily: 'Azure' }
const { signal } = new AbortController()

/** Records a create; returns its file, and the store that reads it. */
async function record(pending: PendingCreate): Promise<{ readonly path: string; readonly files: IdempotencyFiles }> {
  const folder = mkdtempSync(join(tmpdir(), 'records-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = createIdempotencyFiles({ folder, purpose: 'nightly job' })
  const entry = await files.open(subject, signal)
  await entry.save(pending)
  await entry.close()
  const name = readdirSync(folder).find((each) => each.startsWith(customerId)) ?? 'none'
  return { path: join(folder, name), files }
}

const created = { requestId, accepted: true, upgradeId }
const sent = { requestId, attempt: 'first', accepted: false, earlier: null }

/** Backdates a record, separately by the machine's time and by the wall clock, in milliseconds. */
function age(path: string, ms: { readonly machine: number; readonly wall: number }, boot?: string): void {
  const { savedAt, machine, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
  const then = { time: machine.time - ms.machine, boot: boot ?? machine.boot }
  writeFileSync(
    path,
    JSON.stringify({ ...rest, savedAt: new Date(Date.parse(savedAt) - ms.wall).toISOString(), machine: then }),
  )
}

const day = 86_400

// The machine's own time counts while it runs, because the wall clock may be set. After a restart, there is only the wall clock.
test.for([
  ['100 seconds ago', { machine: 100, wall: 100 }, undefined, true],
  ['121 seconds ago', { machine: 121, wall: 121 }, undefined, false],
  ['100 seconds ago, and the clock was set forward', { machine: 100, wall: day }, undefined, true],
  ['121 seconds ago, and the clock was set back', { machine: 121, wall: -day }, undefined, false],
  ['100 seconds ago, before a restart', { machine: 100, wall: 100 }, 'another boot', true],
  ['121 seconds ago, before a restart', { machine: 121, wall: 121 }, 'another boot', false],
  ['100 seconds ago, before a restart long after the last', { machine: day, wall: 100 }, 'another boot', true],
  ['121 seconds ago, before a restart soon after the last', { machine: 1, wall: 121 }, 'another boot', false],
  ['100 seconds ago, before a restart without a boot ID', { machine: -day, wall: 100 }, undefined, true],
  ['121 seconds ago, before a restart without a boot ID', { machine: -day, wall: 121 }, undefined, false],
] as const)('a record is kept for 120 s: created %s', async ([, { machine, wall }, boot, remembered]) => {
  const { path, files } = await record(created)
  age(path, { machine: 1_000 * machine, wall: 1_000 * wall }, boot)
  const { pending } = await files.open(subject, signal)
  expect(pending).toEqual(remembered ? created : undefined)
})

test('a record says what saved it, and when by both clocks', async () => {
  const { path } = await record(sent)
  const { purpose, savedAt, machine, ...pending } = JSON.parse(readFileSync(path, 'utf8'))
  expect(pending).toEqual(sent)
  expect(purpose).toBe('nightly job')
  expect(new Date(savedAt).toISOString()).toBe(savedAt)
  expect(machine.time).toBeLessThanOrEqual(machineTime())
})

test.for([sent, { ...sent, earlier: upgradeId }, { ...sent, accepted: true }, { requestId }, created])(
  'the record %j reads back unchanged',
  async (pending) => {
    const { files } = await record(pending)
    expect((await files.open(subject, signal)).pending).toEqual(pending)
  },
)

/** Replaces the value of one field of a record. */
const withField = (field: string, value: unknown) => (text: string) =>
  JSON.stringify({ ...JSON.parse(text), [field]: value })

test.for<[what: string, damage: (text: string) => string]>([
  ['nothing', () => ''],
  ['half of it', (text) => text.slice(0, text.length / 2)],
  ['a list', () => '[]'],
  ['null', () => 'null'],
  ['something else', () => '{}'],
  ['an invalid request ID', withField('requestId', 'not a GUID')],
  ['an attempt that is not a string', withField('attempt', 5)],
  ['a string for `accepted`', withField('accepted', 'no')],
  ['an invalid earlier upgrade', withField('earlier', 'upgrade-1')],
  ['an invalid upgrade', withField('upgradeId', 'upgrade-1')],
  ['no time', withField('savedAt', undefined)],
  ['no machine time', withField('machine', undefined)],
  ['a string for the machine time', withField('machine', { time: '1' })],
])('a record that holds %s is reported as damaged, and kept', async ([, damage]) => {
  const { path, files } = await record(sent)
  const text = damage(readFileSync(path, 'utf8'))
  writeFileSync(path, text)
  await expect(files.open(subject, signal)).rejects.toThrow(`${path} is damaged`)
  // The lock is released, so that work can continue once the file is repaired.
  await expect(files.open(subject, signal)).rejects.toThrow(/check whether the customer has an upgrade/)
  expect(readFileSync(path, 'utf8')).toBe(text)
})
