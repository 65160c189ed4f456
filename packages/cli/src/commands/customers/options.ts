/** Options of `customers`. */
export interface CustomersOptions {
  /** Whether to list only those who still have legacy Azure subscriptions. @default false */
  readonly legacyAzure?: boolean
  /** Whether to show who has accepted the agreement. @default false */
  readonly agreement?: boolean
  /** What the names of their companies start with. @default anything */
  readonly company?: string
  /** The file for the list. @default none: it is printed */
  readonly output?: string
  /** Milliseconds to wait for one answer. @default 60000 */
  readonly timeout?: number
}
