import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { openJournal } from '../src/journal/journal.ts'
import type { RecordedCall } from '../src/store/journal-entry.ts'
import type { Store } from '../src/store/store.ts'
import { createCustomers } from './customers.ts'
import { createMachine } from './machine.ts'
import { accepted, ended, path, rowsOf, sending, service } from './set-up-journal.ts'

/** A journal whose bits can be flipped, one at a time. */
export interface BitFlips {
  readonly bytes: Buffer
  readonly size: number
  /** The positions of bytes in torn lines that stopped workers left. */
  readonly torn: readonly number[]
  /** Flips a bit and opens the journal: it is rejected, or its content is unchanged, or its content silently differs. */
  judge(bit: number): Promise<'refused' | 'harmless' | 'silent'>
}

const rows = 6

/** Makes the journal of several workers, of which some were stopped in the middle of a line, and one right before the line end. */
export async function bitFlips(): Promise<BitFlips> {
  const clock = createClock()
  const machine = createMachine(
    clock,
    () => 0,
    () => Promise.reject(new Error('No request is expected')),
  )
  const { open, processes } = machine.start(Number.POSITIVE_INFINITY)
  const customers = createCustomers(rows)
  const join = (): Promise<Store> => openJournal({ path, customers, service, clock, open, processes })
  const torn: number[] = []

  /** Adds the line of a worker that is stopped in the middle of writing it. */
  async function tear(entry: Parameters<Store['append']>[0], keep: number): Promise<void> {
    const store = await join()
    await rowsOf(store, 1)
    const { length } = machine.bytes(path)
    await store.append(entry)
    const end = machine.bytes(path).length
    machine.change(path, (bytes) => bytes.subarray(0, keep < 0 ? end + keep : length + keep))
    for (let at = length; at < machine.bytes(path).length; at++) torn.push(at)
  }

  const attempts = [
    { operation: 'createProductUpgrade', requestId: guidOf(1), correlationId: guidOf(2), startedAt: '', duration: 1 },
  ] as const
  const calls: readonly RecordedCall[] = [
    {
      call: 'create',
      requestId: guidOf(1),
      startedAt: '2026-01-01T00:00:00Z',
      duration: 5,
      outcome: 'success',
      attempts,
    },
  ]
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 2)
  await rowsOf(two, 2)
  await Promise.all([one.append(sending(0)), one.append(sending(1)), two.append(sending(2))])
  await one.append({ is: 'created', row: 0, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls })
  await one.append(accepted(1))
  await two.append({
    is: 'postponed',
    row: 2,
    dueIn: 1,
    tries: 1,
    delay: 5,
    reason: { text: 'Später', code: '1' },
    calls,
  })
  await two.hold(5_000)
  await rowsOf(one, 1, 'follow')
  await one.append({ ...ended(0), reason: { text: 'J*' }, calls })
  await one.append({ is: 'ended', row: 1, outcome: 'unknown', again: true, reason: { text: '}' }, calls: [] })
  await one.close()
  await two.close()
  await tear(ended(2), 70)
  await tear(ended(2), 4)
  // A line that lacks only its line end counts; its last member is a text, whose closing quote a flip may remove.
  await tear(sending(2), -1)
  await (await join()).close()
  await tear(sending(3), -20)

  const bytes = Buffer.from(machine.bytes(path))
  const said = async (): Promise<string> => {
    const store = await join()
    const { workers, ...progress } = await store.progress()
    const histories: unknown[] = []
    for await (const history of store.histories()) histories.push(history)
    return JSON.stringify([progress, histories])
  }
  const before = await said()

  return {
    bytes,
    size: bytes.length,
    torn,
    async judge(bit) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8((flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
      machine.write(path, flipped)
      try {
        return (await said()) === before ? 'harmless' : 'silent'
      } catch (error) {
        if (error instanceof Error && error.name === 'JournalError') return 'refused'
        throw error
      }
    },
  }
}
