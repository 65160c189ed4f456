import type { Fleet } from '../fleet.ts'
import type { Observed } from './fleet-metrics.ts'

/** Reads the state of a fleet for metrics. */
export async function observe(fleet: Pick<Fleet, 'status' | 'unseen'>): Promise<Observed> {
  const [{ lists }, unseen] = await Promise.all([fleet.status(), fleet.unseen()])
  return {
    lists: lists.map(({ partner, name, open, ended }) => ({ partner, list: name, states: { ...open, ...ended } })),
    unseen,
  }
}
