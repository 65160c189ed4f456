import { createProductUpgradesClient } from '@partner-upgrades/client'
import type { Queries } from '../database/database.ts'
import { FleetError } from '../errors.ts'
import { firstRate, rateOfCeiling } from '../gate/gate-rules.ts'
import type { FleetQueue } from '../queue/queue.ts'
import type { Partner } from '../status/status.ts'

/** A partner in the database. */
export interface StoredPartner extends Partner {
  /** Its number. */
  readonly id: number
}

/** The settings of a partner. Omitted settings stay unchanged. */
export interface PartnerSettings {
  /** Its name: letters, digits, dots, hyphens and underscores. */
  readonly name: string
  /**
   * The service's base URL; it cannot be changed later.
   * @default that of the global cloud
   */
  readonly service?: string | undefined
  /** The service's limit in requests per minute; 0 to discover it. @default discovered */
  readonly ceiling?: number | undefined
  /**
   * Where workers find its credentials, such as the name of a profile; never a secret. Running workers keep the credentials they have.
   * @default none
   */
  readonly credential?: string | undefined
}

const plainName = /^[A-Za-z0-9][\w.-]{0,63}$/

const columns = 'id, name, service, credential, ceiling'

interface Columns {
  readonly id: number
  readonly name: string
  readonly service: string
  readonly credential: string | null
  readonly ceiling: number | null
}

/** Finds a partner by its name. */
export async function findPartner(queries: Queries, name: string): Promise<StoredPartner | undefined> {
  const [found] = await queries.query<Columns>(`SELECT ${columns} FROM fleet.partners WHERE name = $1`, [name])
  return found && toPartner(found)
}

/** Reads all partners, sorted by name. */
export async function readPartners(queries: Queries): Promise<readonly StoredPartner[]> {
  return (await queries.query<Columns>(`SELECT ${columns} FROM fleet.partners ORDER BY name`)).map(toPartner)
}

/**
 * Adds a partner, or changes the given settings.
 *
 * @throws FleetError if the name, the base URL or the ceiling is invalid.
 */
export async function savePartner(
  queries: Queries,
  queue: FleetQueue,
  { name, service, ceiling, credential }: PartnerSettings,
): Promise<StoredPartner> {
  if (!plainName.test(name)) {
    throw new FleetError(
      `${JSON.stringify(name)} cannot be the name of a partner: use letters, digits, dots, hyphens and underscores.`,
    )
  }
  if (ceiling !== undefined && !(Number.isFinite(ceiling) && ceiling >= 0)) {
    throw new FleetError(`The ceiling must be a number of requests a minute, or 0 to discover it, not ${ceiling}.`)
  }
  const rate = ceiling ? rateOfCeiling(ceiling) : firstRate
  const [saved] = await queries.query<Columns & { readonly given: string }>(
    `INSERT INTO fleet.partners AS p (name, service, credential, ceiling, rate) VALUES ($1, $2, $3, nullif($4::real, 0), $5)
      ON CONFLICT (name) DO UPDATE SET
        credential = coalesce($3, p.credential),
        ceiling = CASE WHEN $4::real IS NULL THEN p.ceiling ELSE nullif($4::real, 0) END,
        rate = CASE WHEN $4::real IS NULL THEN p.rate ELSE $5 END
      RETURNING ${columns}`,
    [name, baseUrlOf(service), credential ?? null, ceiling ?? null, rate],
  )
  if (!saved) throw new FleetError(`The partner ${name} could not be saved.`)
  if (service !== undefined && saved.service !== baseUrlOf(service)) {
    throw new FleetError(`The partner ${name} belongs to ${saved.service}; give another partner a name of its own.`)
  }
  await queue.createQueues(saved.id)
  return toPartner(saved)
}

/**
 * Normalizes and validates a base URL as the client does.
 *
 * @throws FleetError if it is invalid.
 */
export function baseUrlOf(service: string | undefined): string {
  try {
    return createProductUpgradesClient({ credential: 'none', ...(service && { baseUrl: service }) }).baseUrl
  } catch (cause) {
    throw new FleetError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function toPartner({ id, name, service, credential, ceiling }: Columns): StoredPartner {
  return { id, name, service, ...(credential !== null && { credential }), ...(ceiling !== null && { ceiling }) }
}
