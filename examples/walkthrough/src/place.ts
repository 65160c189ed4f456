/** A Partner Center to walk through. */
export interface Place {
  /** A description for people. */
  readonly name: string
  /** The environment variables that make the command line use it. */
  readonly env: Readonly<Record<string, string>>
  /** Stops it and removes temporary files. */
  close(): Promise<void>
}
