import type { Outcome, Stage } from '@partner-upgrades/bulk'

/** The states of a list: it is worked on, waits for `resume`, or starts no new create any more. */
export const listStates = ['running', 'paused', 'cancelled'] as const

/** The state of a list. A `cancelled` list starts no new create; what may have been created already is followed to its end. */
export type ListState = (typeof listStates)[number]

/** A partner tenant. Its credentials are not in the database. */
export interface Partner {
  /** Its name in the fleet. */
  readonly name: string
  /** The service's base URL. */
  readonly service: string
  /** Requests a minute that the service allows; absent if that has to be found out. */
  readonly ceiling?: number
  /** Where workers find its credentials, such as the name of a profile; never a secret. */
  readonly credential?: string
}

/** How far a list is. */
export interface ListStatus {
  /** Its number in the fleet. */
  readonly id: number
  /** Its name, by which commands refer to it. */
  readonly name: string
  /** The partner it belongs to. */
  readonly partner: string
  /** Whether only eligibility is checked. */
  readonly dryRun: boolean
  /** Whether it is worked on. */
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

/** How a partner tenant is doing. */
export interface PartnerStatus extends Partner {
  /** Requests a second that the gate lets through now. */
  readonly rate: number
  /** Until when the service has asked for quiet, as an ISO 8601 date-time in UTC; absent if it has not. */
  readonly quietUntil?: string
  /** How many requests the gate has let through. */
  readonly passed: number
  /** How many requests were answered with 429. */
  readonly throttled: number
  /** Rows that no worker could bring to an end and that wait for `retry`. */
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
  /** When it was last heard of, as an ISO 8601 date-time in UTC. */
  readonly seenAt: string
  /** How many rows it holds. */
  readonly busy: number
}

/** How the fleet is doing. All times are the database's. */
export interface FleetStatus {
  /** When it was read, as an ISO 8601 date-time in UTC. */
  readonly at: string
  /** The version of the database's schema. */
  readonly version: number
  /** All partners, by name. */
  readonly partners: readonly PartnerStatus[]
  /** All lists, in the order in which they were added. */
  readonly lists: readonly ListStatus[]
  /** Workers that have been heard of lately. */
  readonly workers: readonly WorkerStatus[]
}
