import type { Clock } from '@partner-upgrades/client'

/** Something to write to: a terminal, a pipe or a file. */
export interface Output {
  readonly isTTY?: boolean
  /** How many characters fit into a line of a terminal. */
  readonly columns?: number
  write(text: string): unknown
}

/** Where somebody types. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/** The world outside the program: all that it reads from, writes to and waits for, but the network and the disk. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Aborted when somebody wants the program to end. */
  readonly signal: AbortSignal
  /**
   * Where time comes from.
   * @default the clock on the wall
   */
  readonly clock?: Clock
}

/** The world of a process. The first Ctrl-C asks the program to end; the second one ends it. */
export function hostOf(process: NodeJS.Process): Host {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(name))
  const { env, stdin, stdout, stderr } = process
  return { env, stdin, stdout, stderr, signal: controller.signal }
}
