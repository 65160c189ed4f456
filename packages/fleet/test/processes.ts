import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Worker processes, each of which is restarted whenever it is killed, until it exits by itself. */
export interface WorkerProcesses {
  /** The running processes by name; a restarted one has a new name. */
  readonly children: ReadonlyMap<string, ChildProcess>
  /** Resolves when all have ended. */
  readonly done: Promise<void>
}

const program = fileURLToPath(new URL('fleet-worker.ts', import.meta.url))

/** Starts `count` workers on a database; `ahead` sets their clocks ahead, in milliseconds. */
export function startWorkers(database: string, count: number, ahead: readonly number[] = []): WorkerProcesses {
  const children = new Map<string, ChildProcess>()
  const { FORCE_COLOR, ...env } = process.env

  async function live(number: number): Promise<void> {
    for (let life = 0; ; life++) {
      const name = `worker-${number}-${life}`
      const args = ['--conditions=@partner-upgrades/source', program, database, name, String(ahead[number] ?? 0)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env })
      children.set(name, child)
      const complaints = text(child.stderr)
      const [code, signal] = await once(child, 'exit')
      children.delete(name)
      if (code === 0) return
      if (signal !== 'SIGKILL') throw new Error(`The worker ended with ${code ?? signal}: ${await complaints}`)
    }
  }

  return { children, done: Promise.all(Array.from({ length: count }, (_, number) => live(number))).then(() => {}) }
}
