/** How a list is added. */
export interface AddOptions {
  /** The partner it belongs to. A new one is added with the service's base URL. */
  readonly partner: string
  /**
   * The service's base URL, for a new partner.
   * @default that of the global cloud
   */
  readonly service?: string
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean
  /**
   * The name by which commands refer to the list.
   * @default the file's name, with `dry-run:` before it if it is one
   */
  readonly name?: string
}

/** A list that was added. */
export interface AddedList {
  /** Its number in the fleet. */
  readonly id: number
  /** Its name. */
  readonly name: string
  /** The number of rows. */
  readonly rows: number
  /** What was ignored, merged or corrected in the file, in a sentence each. */
  readonly notes: readonly string[]
}
