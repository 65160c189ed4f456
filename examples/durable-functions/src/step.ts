import { createStepTaker, type StepTakerOptions, type Work } from '@partner-upgrades/bulk'
import { after, type HeldRow, type Rows } from './rows.ts'

/** What an orchestration has to know: when to look again, or how the customer ended. */
export type Turn = { readonly due: number } | { readonly outcome: string; readonly reason?: string }

/** Takes the next step for a customer. What it is about to send is saved first; what it cannot save, it does not send. */
export function createStep(rows: Rows, client: StepTakerOptions['client']): (customerId: string) => Promise<Turn> {
  const held = new Map<string, HeldRow>()
  const now = (): number => client.clock?.now() ?? Date.now()
  const takeStep = createStepTaker({
    client,
    async record(entry, { customerId }) {
      const row = held.get(customerId)
      return row !== undefined && update(row, (work) => after(work, entry, now()))
    },
  })

  async function update(row: HeldRow, change: (work: Work) => Work): Promise<boolean> {
    const work = change(row.work)
    if (!(await row.save(work))) return false
    held.set(work.customerId, { ...row, work })
    return true
  }

  return async (customerId) => {
    const row = await rows.take(customerId)
    held.set(customerId, row)
    try {
      const entry = await takeStep(row.work, { signal: AbortSignal.timeout(240_000) })
      const latest = held.get(customerId) ?? row
      if (!(await latest.save(after(latest.work, entry, now())))) throw new Error('Another activity has taken the row.')
      if (entry.is !== 'ended') return { due: entry.due }
      return { outcome: entry.outcome, ...(entry.reason && { reason: entry.reason.text }) }
    } finally {
      held.delete(customerId)
    }
  }
}
