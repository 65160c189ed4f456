import type { Queries } from '../database/database.ts'

/** Turns for requests of a partner tenant, or the time until there may be some. */
export interface Turns {
  /** How many turns were taken. */
  readonly taken: number
  /** Milliseconds until the first turn or, if none was taken, before asking again. */
  readonly wait: number
  /** Milliseconds from one turn to the next. */
  readonly pace: number
}

/** How far ahead turns are given out, in milliseconds: so little that a pause after a 429 holds nearly all requests. */
const horizon = 250

/**
 * Takes the next turns of a partner tenant, in one statement: all workers share its row, and the database's clock decides.
 *
 * Without a ceiling, each turn raises the rate a little: quickly up to 90 % of the rate at which the last 429 came, slowly beyond.
 */
export async function takeTurns(queries: Queries, partner: number, count: number): Promise<Turns> {
  const [turns] = await queries.query<{ taken: number; wait: number; pace: number }>(
    `WITH locked AS (
        SELECT id, rate, ceiling, learned, clock_timestamp() AS now, greatest(next_turn, quiet_until, clock_timestamp()) AS first
          FROM fleet.partners WHERE id = $1 FOR NO KEY UPDATE
      ), given AS (
        SELECT *, CASE WHEN first > now + $3 * interval '1 millisecond' THEN 0
            ELSE least($2, 1 + floor(extract(epoch FROM now + $3 * interval '1 millisecond' - first) * rate))::int END AS taken
          FROM locked
      ), changed AS (
        UPDATE fleet.partners p SET
            next_turn = CASE WHEN taken > 0 THEN first + taken * interval '1 second' / g.rate ELSE p.next_turn END,
            passed = p.passed + taken,
            rate = CASE WHEN g.ceiling IS NOT NULL THEN g.rate
              WHEN g.learned IS NULL THEN g.rate + taken * 0.02
              WHEN g.rate < g.learned * 0.9 THEN g.rate + taken * 0.01
              ELSE g.rate + taken * 0.0005 END
          FROM given g WHERE p.id = g.id AND taken > 0
      )
      SELECT taken, (greatest(0, extract(epoch FROM first - now)) * 1000)::float8 AS wait, (1000 / rate)::float8 AS pace
        FROM given`,
    [partner, count, horizon],
  )
  return turns ?? { taken: 0, wait: 60_000, pace: 1_000 }
}

/**
 * Records a 429 for a partner tenant: no worker sends requests for it until the pause ends.
 *
 * Without a ceiling, this lowers the rate, once for all requests that were in flight together.
 *
 * @param quiet the pause that the service asks for, in milliseconds
 * @param age milliseconds since the request began
 */
export async function noteRefusal(queries: Queries, partner: number, quiet: number, age: number): Promise<void> {
  await queries.query(
    `UPDATE fleet.partners SET
        quiet_until = greatest(quiet_until, clock_timestamp() + $2 * interval '1 millisecond'),
        throttled = throttled + 1,
        learned = CASE WHEN ceiling IS NULL AND clock_timestamp() - $3 * interval '1 millisecond' >= lowered_at THEN rate ELSE learned END,
        rate = CASE WHEN ceiling IS NULL AND clock_timestamp() - $3 * interval '1 millisecond' >= lowered_at
          THEN greatest(0.2, rate * 0.7) ELSE rate END,
        lowered_at = CASE WHEN clock_timestamp() - $3 * interval '1 millisecond' >= lowered_at THEN clock_timestamp() ELSE lowered_at END
      WHERE id = $1`,
    [partner, quiet, age],
  )
}

/** Holds all requests of a partner tenant for `quiet` milliseconds. */
export async function holdRequests(queries: Queries, partner: number, quiet: number): Promise<void> {
  await queries.query(
    `UPDATE fleet.partners SET quiet_until = greatest(quiet_until, clock_timestamp() + $2 * interval '1 millisecond')
      WHERE id = $1`,
    [partner, quiet],
  )
}
