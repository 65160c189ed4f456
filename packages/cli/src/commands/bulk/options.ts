import type { ConsentOptions, SettleOptions } from '../../command/options.ts'

/** Options of `bulk`. */
export interface BulkOptions extends ConsentOptions, SettleOptions {
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean
  /** Whether to check all customers of a finished dry run again. @default false */
  readonly again?: boolean
  /** Whether to rerun only the customers that failed and may succeed now. @default false */
  readonly onlyFailed?: boolean
  /** The folder for journal and results. @default the folder of the list */
  readonly out?: string
  /** Whether to write the results as an Excel workbook, too. @default false */
  readonly xlsx?: boolean
  /** The maximum number of creates to start in this run. @default as many as there are customers */
  readonly limit?: number
  /** The time before which no create starts: ISO 8601 with its zone. @default at once */
  readonly startAt?: string
  /** The hours in which creates may start, optionally with a time zone: `22:00-06:00 Europe/Berlin`. @default at any time */
  readonly between?: string
  /** The webhook to notify of outages and of the end; a secret. @default that of `PARTNER_CENTER_NOTIFY`, or none */
  readonly notify?: string
  /** The maximum number of customers to work on at once. @default 16 */
  readonly parallel?: number
  /** Polls per minute, for all running upgrades and workers together. @default 120 */
  readonly polls?: number
  /** How long to follow an upgrade, in milliseconds. @default 86400000 */
  readonly follow?: number
}
