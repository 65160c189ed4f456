import type { Queries } from '../database/database.ts'
import { FleetListError } from '../errors.ts'
import type { ListState } from '../status/status.ts'

/** A list in the database. */
export interface StoredList {
  /** Its number. */
  readonly id: number
  /** Its name. */
  readonly name: string
  /** The number of its partner. */
  readonly partner: number
  /** The service's base URL. */
  readonly service: string
  /** The name of the file it came from. */
  readonly file: string
  /** SHA-256 of the file, in hex. */
  readonly sha256: string
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
  /** Its state: worked on, paused or cancelled. */
  readonly state: ListState
  /** The number of rows. */
  readonly size: number
  /** The delimiter between the cells of the file. */
  readonly delimiter: ',' | ';' | '\t'
  /** What was ignored, merged or corrected in the file. */
  readonly notes: readonly string[]
}

/**
 * Finds a list by its name, or by its number.
 *
 * @throws FleetListError if there is none.
 */
export async function findList(queries: Queries, name: string): Promise<StoredList> {
  const [found] = await queries.query<StoredList>(
    `SELECT l.id, l.name, l.partner, p.service, l.file, l.sha256, l.dry_run AS "dryRun", l.state, l.size, l.delimiter, l.notes
      FROM fleet.lists l JOIN fleet.partners p ON p.id = l.partner
      WHERE l.name = $1 OR l.id::text = $1 ORDER BY l.name = $1 DESC LIMIT 1`,
    [name],
  )
  if (found) return found
  throw new FleetListError(`There is no list ${JSON.stringify(name)}. \`fleet status\` lists them.`)
}
