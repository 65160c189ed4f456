import type { Queries } from '../database/database.ts'

/** Whether something is left to do in the lists that are being worked on. */
export async function hasOpenRows(queries: Queries, partners: readonly string[] | undefined): Promise<boolean> {
  const [found] = await queries.query<{ open: boolean }>(
    `SELECT coalesce(sum(t.count), 0) > 0 AS open
      FROM fleet.tallies t JOIN fleet.lists l ON l.id = t.list JOIN fleet.partners p ON p.id = l.partner
      WHERE ((l.state = 'running' AND t.state IN ('new', 'sent', 'created'))
          OR (l.state = 'cancelled' AND t.state IN ('sent', 'created')))
        AND ($1::text[] IS NULL OR p.name = ANY($1))`,
    [partners ?? null],
  )
  return found?.open === true
}
