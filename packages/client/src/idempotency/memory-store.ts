import { abortable } from '../time/abortable.ts'
import type { MonotonicClock } from '../time/clock.ts'
import { type IdempotencyStore, type PendingCreate, subjectKey } from './store.ts'

/** The record of a customer, and the tail of the queue for it. */
interface Slot {
  pending?: PendingCreate
  /** When the slot may be dropped: at once if it has no record, never before the create has finished. */
  until: number
  last?: Promise<void>
}

/**
 * Keeps the records in memory. A finished create is kept until the service can be relied on to show its upgrade.
 *
 * @param keep how long a finished create is kept, in milliseconds
 */
export function createIdempotencyMemory({ elapsed }: Pick<MonotonicClock, 'elapsed'>, keep: number): IdempotencyStore {
  const slots = new Map<string, Slot>()

  return {
    async open(subject, signal) {
      for (const [key, { until, last }] of slots) if (until <= elapsed() && !last) slots.delete(key)
      const key = subjectKey(subject)
      const slot: Slot = slots.get(key) ?? { until: Number.NEGATIVE_INFINITY }
      slots.set(key, slot)
      const { last } = slot
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const mine = Promise.resolve(last).then(() => held)
      slot.last = mine
      mine.then(() => {
        if (slot.last === mine) delete slot.last
      })
      try {
        if (last)
          await abortable<void>(signal, (resolve) => {
            last.then(resolve)
            return () => {}
          })
      } catch (error) {
        // The next caller still waits for those ahead of this one.
        release()
        throw error
      }
      const { pending } = slot
      return {
        ...(pending && { pending }),
        waited: !!last,
        own: true,
        save(next) {
          slot.pending = next
          slot.until = next.upgradeId ? elapsed() + keep : Number.POSITIVE_INFINITY
        },
        clear() {
          delete slot.pending
          slot.until = Number.NEGATIVE_INFINITY
        },
        close: release,
      }
    },
  }
}
