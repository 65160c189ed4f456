import { type Customers, readCustomers } from '@partner-upgrades/bulk'
import type { Queries } from '../database/database.ts'
import { FleetListError } from '../errors.ts'
import { baseUrlOf, findPartner } from '../partners/partners.ts'
import type { AddOptions } from './add-options.ts'

/** A list that is about to be added. */
export interface NewList {
  /** Its customers. */
  readonly customers: Customers
  /** Its name in the fleet. */
  readonly name: string
  /** The name of its partner. */
  readonly partner: string
  /** The service's base URL. */
  readonly service: string
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
}

/**
 * Reads a list and determines its name and service. Changes nothing.
 *
 * @throws FleetListError if the partner belongs to another service.
 */
export async function prepareList(
  queries: Queries,
  file: string,
  { partner, service, dryRun = false, name }: AddOptions,
): Promise<NewList> {
  const customers = await readCustomers(file)
  const known = await findPartner(queries, partner)
  if (known && service !== undefined && baseUrlOf(service) !== known.service) {
    throw new FleetListError(
      `The partner ${partner} belongs to ${known.service}, not to ${service}. Nothing was added.`,
    )
  }
  return {
    customers,
    partner,
    dryRun,
    name: name ?? (dryRun ? `dry-run:${customers.name}` : customers.name),
    service: known?.service ?? baseUrlOf(service),
  }
}

/** Locks a list until the transaction ends, so that only one process at a time adds it. */
export async function lockList(tx: Queries, { customers, dryRun }: NewList): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `partner-upgrades ${customers.hash} ${dryRun}`,
  ])
}

/** Inserts a list without its rows; returns its number. */
export async function insertList(
  tx: Queries,
  { customers: { name: file, hash, size, delimiter, notes }, name, dryRun }: NewList,
  partner: number,
): Promise<number> {
  const [list] = await tx.query<{ id: number }>(
    `INSERT INTO fleet.lists (partner, name, file, sha256, dry_run, size, delimiter, notes)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [partner, name, file, hash, dryRun, size, delimiter, JSON.stringify(notes)],
  )
  return list?.id ?? 0
}

/**
 * Rejects a list that exists already, or whose name is taken.
 *
 * @throws FleetListError that says which.
 */
export async function refuseKnown(tx: Queries, { customers: { hash }, name, partner, dryRun }: NewList): Promise<void> {
  const [same] = await tx.query<{ name: string; owner: string; sha256: string }>(
    `SELECT l.name, p.name AS owner, l.sha256 FROM fleet.lists l JOIN fleet.partners p ON p.id = l.partner
      WHERE (l.sha256 = $1 AND l.dry_run = $2) OR l.name = $3 ORDER BY l.sha256 = $1 DESC LIMIT 1`,
    [hash, dryRun, name],
  )
  if (!same) return
  if (same.sha256 !== hash) {
    throw new FleetListError(
      `Another list is called ${JSON.stringify(name)}. Give this one another name. Nothing was added.`,
    )
  }
  if (same.owner !== partner) {
    throw new FleetListError(
      `The partner ${same.owner} already has a list with these customers (${same.name}). Nothing was added.`,
    )
  }
  throw new FleetListError(
    `The list exists already, as ${JSON.stringify(same.name)}. \`fleet status\` shows its progress; \`fleet retry\` reopens rows that may be retried. Nothing was added.`,
  )
}
