import type { Stage } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'
import type { Claim } from '../queue/queue.ts'
import type { ListState } from '../status/status.ts'
import type { KnownRow } from './fleet-row.ts'

interface Columns {
  readonly list: number
  readonly row: number
  readonly listState: ListState
  readonly dryRun: boolean
  readonly customerId: string
  readonly productFamily: string
  readonly state: string
  readonly tries: number
  readonly accepted: boolean
  readonly requestId: string | null
  readonly upgradeId: string | null
  readonly delay: number | null
  readonly attempt: string | null
  readonly age: number | null
}

const stages: ReadonlySet<string> = new Set<Stage>(['new', 'sent', 'created'])

/** Reads the state of claimed rows. A row whose list was deleted is left out. */
export async function readRows(queries: Queries, claims: readonly Claim[]): Promise<ReadonlyMap<Claim, KnownRow>> {
  const columns = await queries.query<Columns>(
    `SELECT r.list, r.row, l.state AS "listState", l.dry_run AS "dryRun", r.customer_id AS "customerId",
        r.product_family AS "productFamily", r.state, r.tries, r.accepted, r.request_id AS "requestId",
        r.upgrade_id AS "upgradeId", r.delay, extract(epoch FROM r.since)::text AS attempt,
        (extract(epoch FROM clock_timestamp() - r.since) * 1000)::float8 AS age
      FROM unnest($1::int[], $2::int[]) AS claimed (list, row)
      JOIN fleet.rows r ON r.list = claimed.list AND r.row = claimed.row
      JOIN fleet.lists l ON l.id = r.list`,
    [claims.map(({ list }) => list), claims.map(({ row }) => row)],
  )
  const byRow = new Map(columns.map((each) => [`${each.list} ${each.row}`, each]))
  return new Map(
    claims.flatMap((claim): readonly [Claim, KnownRow][] => {
      const found = byRow.get(`${claim.list} ${claim.row}`)
      return found ? [[claim, toKnownRow(found, claim)]] : []
    }),
  )
}

function toKnownRow(columns: Columns, claim: Claim): KnownRow {
  const { listState, dryRun, row, customerId, productFamily, state, tries } = columns
  const { accepted, requestId, upgradeId, delay, attempt, age } = columns
  if (!isStage(state)) return { work: undefined, listState, dryRun }
  const work = {
    claim,
    row,
    customerId,
    productFamily,
    stage: state,
    tries,
    ...(requestId && { requestId, ...(attempt && { attempt }) }),
    ...(accepted && { accepted: true as const }),
    ...(upgradeId && { upgradeId }),
    ...(delay && { delay }),
    ...(age !== null && { age }),
  }
  return { work, listState, dryRun }
}

function isStage(state: string): state is Stage {
  return stages.has(state)
}
