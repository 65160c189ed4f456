import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Reads the first line that a program writes, as JSON. */
export async function firstEvent(child: ChildProcess): Promise<Readonly<Record<string, string>>> {
  if (!child.stdout) throw new Error('the output is not a pipe')
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line)
  throw new Error('nothing was written')
}
