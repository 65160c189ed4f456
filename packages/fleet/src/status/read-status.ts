import { tallyRows } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'
import { schemaVersion } from '../database/migrate.ts'
import type { FleetQueue } from '../queue/queue.ts'
import type { FleetStatus, ListStatus, PartnerStatus, WorkerStatus } from './status.ts'

/** The SQL that formats a time as ISO 8601 in UTC. */
const iso = (time: string): string => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

interface ListColumns extends Pick<ListStatus, 'id' | 'name' | 'partner' | 'dryRun' | 'state' | 'rows' | 'addedAt'> {
  readonly counts: Readonly<Record<string, number>> | null
  readonly again: number | null
}

interface PartnerColumns {
  readonly id: number
  readonly name: string
  readonly service: string
  readonly ceiling: number | null
  readonly credential: string | null
  readonly rate: number
  readonly quietUntil: string | null
  readonly passed: number
  readonly throttled: number
}

/** Reads the state of the fleet. Costs as much for a million rows as for ten. */
export async function readStatus(queries: Queries, queue: FleetQueue): Promise<FleetStatus> {
  const [now] = await queries.query<{ at: string }>(`SELECT ${iso('clock_timestamp()')} AS at`)
  const partners = await queries.query<PartnerColumns>(
    `SELECT id, name, service, ceiling, credential, rate::float8 AS rate, passed::float8 AS passed, throttled::float8 AS throttled,
        CASE WHEN quiet_until > clock_timestamp() THEN ${iso('quiet_until')} END AS "quietUntil"
      FROM fleet.partners ORDER BY name`,
  )
  const workers = await queries.query<WorkerStatus>(
    `SELECT id, host, pid, busy, ${iso('started_at')} AS "startedAt", ${iso('seen_at')} AS "seenAt"
      FROM fleet.workers WHERE seen_at + lease > clock_timestamp() ORDER BY started_at`,
  )
  return {
    at: now?.at ?? '',
    version: schemaVersion,
    partners: await Promise.all(partners.map((each) => toPartnerStatus(each, queue))),
    lists: await readLists(queries),
    workers,
  }
}

/** Reads the progress of all lists, or of one. */
export async function readLists(queries: Queries, list?: number): Promise<readonly ListStatus[]> {
  const lists = await queries.query<ListColumns>(
    `SELECT l.id, l.name, p.name AS partner, l.dry_run AS "dryRun", l.state, l.size AS rows, ${iso('l.added_at')} AS "addedAt",
        t.counts, t.again
      FROM fleet.lists l JOIN fleet.partners p ON p.id = l.partner
      LEFT JOIN LATERAL (
        SELECT json_object_agg(state, count) AS counts, sum(again)::float8 AS again FROM (
          SELECT state, sum(count) AS count, coalesce(sum(count) FILTER (WHERE again), 0) AS again
            FROM fleet.tallies WHERE list = l.id GROUP BY state) AS states) t ON true
      WHERE $1::int IS NULL OR l.id = $1 ORDER BY l.id`,
    [list ?? null],
  )
  return lists.map(({ counts, again, ...rest }) => ({
    ...rest,
    again: again ?? 0,
    ...tallyRows((name) => counts?.[name] ?? 0),
  }))
}

async function toPartnerStatus(columns: PartnerColumns, queue: FleetQueue): Promise<PartnerStatus> {
  const { id, ceiling, credential, quietUntil, ...rest } = columns
  return {
    ...rest,
    deadLetters: await queue.countDead(id),
    ...(ceiling !== null && { ceiling }),
    ...(credential !== null && { credential }),
    ...(quietUntil !== null && { quietUntil }),
  }
}
