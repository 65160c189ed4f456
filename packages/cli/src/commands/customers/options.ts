/** Options of `customers`. */
export interface CustomersOptions {
  /** Whether to list only customers that still have legacy Azure subscriptions. @default false */
  readonly legacyAzure?: boolean
  /** Whether to show who has accepted the agreement. @default false */
  readonly agreement?: boolean
  /** The text that company names must start with. @default anything */
  readonly company?: string
  /** The file for the list. @default none: it is printed */
  readonly output?: string
  /** Milliseconds to wait for one response. @default 60000 */
  readonly timeout?: number
}
