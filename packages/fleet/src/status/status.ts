import type { Outcome, Stage } from '@partner-upgrades/bulk'

/** The states of a list: it is worked on, waits for `resume`, or sends no further create. */
export const listStates = ['running', 'paused', 'cancelled'] as const

/** The state of a list. A `cancelled` list sends no further create; upgrades that may have been created are followed to the end. */
export type ListState = (typeof listStates)[number]

/** A partner tenant. Its credentials are not in the database. */
export interface Partner {
  /** Its name in the fleet. */
  readonly name: string
  /** The service's base URL. */
  readonly service: string
  /** The service's limit in requests per minute; absent if it is to be discovered. */
  readonly ceiling?: number
  /** Where workers find its credentials, such as the name of a profile; never a secret. */
  readonly credential?: string
}

/** The progress of a list. */
export interface ListStatus {
  /** Its number in the fleet. */
  readonly id: number
  /** Its name, by which commands refer to it. */
  readonly name: string
  /** The partner it belongs to. */
  readonly partner: string
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
  /** Its state: worked on, paused or cancelled. */
  readonly state: ListState
  /** The number of rows. */
  readonly rows: number
  /** Open rows by stage. */
  readonly open: Readonly<Record<Stage, number>>
  /** Ended rows by outcome. */
  readonly ended: Readonly<Record<Outcome, number>>
  /** Ended rows that may be retried. */
  readonly again: number
  /** When it was added, as an ISO 8601 date-time in UTC. */
  readonly addedAt: string
}

/** The state of a partner tenant. */
export interface PartnerStatus extends Partner {
  /** The gate's current rate, in requests per second. */
  readonly rate: number
  /** When the pause that the service asked for ends, as an ISO 8601 date-time in UTC; absent if there is none. */
  readonly quietUntil?: string
  /** How many requests the gate has admitted. */
  readonly passed: number
  /** How many requests were answered with 429. */
  readonly throttled: number
  /** Rows in the dead-letter queue, which wait for `retry`. */
  readonly deadLetters: number
}

/** A live worker. */
export interface WorkerStatus {
  /** Its ID, a GUID. */
  readonly id: string
  /** The machine or container it runs on. */
  readonly host: string
  /** Its process ID there. */
  readonly pid: number
  /** When it started, as an ISO 8601 date-time in UTC. */
  readonly startedAt: string
  /** When it last renewed its lease, as an ISO 8601 date-time in UTC. */
  readonly seenAt: string
  /** How many rows it holds. */
  readonly busy: number
}

/** The state of a fleet. All times are the database's. */
export interface FleetStatus {
  /** When it was read, as an ISO 8601 date-time in UTC. */
  readonly at: string
  /** The version of the database's schema. */
  readonly version: number
  /** All partners, by name. */
  readonly partners: readonly PartnerStatus[]
  /** All lists, in the order in which they were added. */
  readonly lists: readonly ListStatus[]
  /** Workers whose leases have not expired. */
  readonly workers: readonly WorkerStatus[]
}
