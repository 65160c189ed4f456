import { createStepTaker, type StepTakerOptions } from '@partner-upgrades/bulk'
import { after, type HeldRow, type Rows, type SavedRow, workOf } from './rows.ts'

/** The result of a step: the milliseconds until the next one, or the customer's outcome. */
export type Turn = { readonly dueIn: number } | { readonly outcome: string; readonly reason?: string }

/** Creates a function that takes the next step for a customer. A create is saved first, and sent only if that worked. */
export function createStep(rows: Rows, client: StepTakerOptions['client']): (customerId: string) => Promise<Turn> {
  const held = new Map<string, HeldRow>()
  const now = (): number => client.clock?.now() ?? Date.now()
  const takeStep = createStepTaker({
    client,
    async record(entry, { customerId }) {
      const row = held.get(customerId)
      return row !== undefined && update(row, (saved) => after(saved, entry, now()))
    },
  })

  async function update(row: HeldRow, change: (saved: SavedRow) => SavedRow): Promise<boolean> {
    const saved = change(row.saved)
    if (!(await row.save(saved))) return false
    held.set(saved.customerId, { ...row, saved })
    return true
  }

  return async (customerId) => {
    const row = await rows.take(customerId)
    held.set(customerId, row)
    try {
      const entry = await takeStep(workOf(row.saved, now()), { signal: AbortSignal.timeout(240_000) })
      const latest = held.get(customerId) ?? row
      if (!(await latest.save(after(latest.saved, entry, now()))))
        throw new Error('Another activity has taken the row.')
      if (entry.is !== 'ended') return { dueIn: entry.dueIn }
      return { outcome: entry.outcome, ...(entry.reason && { reason: entry.reason.text }) }
    } finally {
      held.delete(customerId)
    }
  }
}
