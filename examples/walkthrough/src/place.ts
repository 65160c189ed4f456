/** A Partner Center to walk through. */
export interface Place {
  /** Which one it is, for people. */
  readonly name: string
  /** What leads the command line there. */
  readonly env: Readonly<Record<string, string>>
  /** Leaves it. */
  close(): Promise<void>
}
