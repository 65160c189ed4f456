import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { NaiveOptions } from './naive-service.ts'
import { type Pause, watchPause } from './pause.ts'
import { type ProofService, startProofService } from './proof-service.ts'
import { createRandom, guidOf } from './random.ts'
import { type ClockChange, clockVariable } from './skewed-clock.ts'
import type { OpenedStore, StoreSubject } from './store-subject.ts'

/** How a list is worked through, and what happens meanwhile. Upgrades take a tenth of a second unless their `duration` is given. */
export interface WorkersRun extends NaiveOptions {
  /** Decides when something happens. */
  readonly seed: number
  /** How many customers the list has. */
  readonly customers: number
  /** How many workers share it. */
  readonly workers: number
  /** How often something happens before the rest may finish. */
  readonly strikes: number
  /** What happens to the worker that sent a request, or to the store; resolves when it is over. */
  readonly strike: (worker: ChildProcess) => Promise<void> | void
  /** Whether the next thing may happen before the last one is over. @default false */
  readonly overlapping?: boolean
  /** Whether a request may get lost with its worker. @default false */
  readonly loses?: boolean
  /** The clock of each worker, by its number. @default it is right */
  readonly clock?: (worker: number) => readonly ClockChange[]
  /**
   * For how many milliseconds the service asks one worker to wait, once a quarter of the customers has an upgrade.
   * @default it asks nobody
   */
  readonly pause?: number
  /** How long the run may take, in milliseconds. @default 600000 */
  readonly deadline?: number
}

/** What came of it. */
export interface WorkersRan extends Omit<ProofService, 'close' | 'url' | 'creates'> {
  /** How each customer ended, in the order of the list. */
  readonly ends: readonly string[]
  /** How often something happened. */
  readonly strikes: number
  /** How many creates each worker had carried out, by its number. */
  readonly creates: readonly number[]
  /** The pause, if there was to be one. */
  readonly pause?: Pause
}

/** Kills a worker, as `kill -9` does. */
export function killWorker(worker: ChildProcess): void {
  worker.kill('SIGKILL')
}

// Beside this file, as source or built.
const preload = fileURLToPath(new URL(`skewed-clock${extname(import.meta.url)}`, import.meta.url))

/**
 * Works a list through in processes, to whom, or to whose store, something happens while one of their requests is under way, before or
 * after it took effect. The seed decides when.
 *
 * @throws Error if a worker ends with an error of its own, or the list is not worked through in time.
 */
export async function runWorkers(subject: StoreSubject, run: WorkersRun): Promise<WorkersRan> {
  const {
    seed,
    customers,
    workers,
    strikes,
    strike,
    overlapping = false,
    loses = false,
    clock = () => [],
    pause: wait,
    deadline = 600_000,
  } = run
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'store-proof-'))
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${Array.from({ length: customers }, (_, row) => `${guidOf(row)}\n`).join('')}`)
  const children = new Map<string, ChildProcess>()
  const striking = new Set<Promise<void>>()
  const aborted = new AbortController()
  let store: OpenedStore | undefined
  let done = 0
  let countdown = nextStrike()

  function nextStrike(): number {
    // Soon enough that all of it happens before the list is done.
    return done < strikes ? 1 + Math.floor((random() * 1.5 * customers) / (strikes + 2)) : Number.POSITIVE_INFINITY
  }

  function happen(sender: string): boolean {
    const child = children.get(sender)
    if (!child || --countdown > 0) return false
    done++
    // What happens to a store that is just coming back would not count.
    countdown = overlapping ? nextStrike() : Number.POSITIVE_INFINITY
    const striken = Promise.resolve(strike(child)).finally(() => {
      if (!overlapping) countdown = nextStrike()
      striking.delete(striken)
    })
    striking.add(striken)
    return true
  }

  const mayPause = (): boolean => service.service.creates >= customers / 4
  const pause = wait ? watchPause(wait, mayPause, () => performance.now()) : undefined

  // Something happens when a request arrives, or when it took effect.
  const service = await startProofService(
    (sender) => {
      if (pause?.arrived()) return { wait }
      if (random() < 0.5) return { effective: () => void happen(sender) }
      return { lost: happen(sender) && loses && random() < 0.5 }
    },
    { duration: 100, ...run },
  )

  async function work(number: number, opened: OpenedStore): Promise<void> {
    const { program, args = [], execArgv = [] } = opened.worker
    for (let life = 0; !aborted.signal.aborted; life++) {
      const name = `worker-${number}-${life}`
      const child = spawn(process.execPath, [...execArgv, '--import', preload, program, ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, WORKER_NAME: name, [clockVariable]: JSON.stringify(clock(number)) },
      })
      children.set(name, child)
      const complaints = text(child.stderr)
      const [code, signal] = await once(child, 'exit')
      children.delete(name)
      if (code === 0) return
      if (signal !== 'SIGKILL') throw new Error(`A worker ended with ${code ?? signal}: ${await complaints}`)
    }
    throw new Error(`The list was not worked through within ${deadline} ms.`)
  }

  const timer = setTimeout(() => {
    aborted.abort()
    for (const child of children.values()) child.kill('SIGKILL')
  }, deadline)
  try {
    const opened = await subject.open({ file, folder, service: service.url })
    store = opened
    await Promise.all(Array.from({ length: workers }, (_, number) => work(number, opened)))
    await Promise.all(striking)
    const { requestIds, service: served } = service
    const creates = Array.from({ length: workers }, (_, number) =>
      [...service.creates].reduce(
        (sum, [sender, count]) => sum + (sender.startsWith(`worker-${number}-`) ? count : 0),
        0,
      ),
    )
    return { ends: await opened.ends(), strikes: done, creates, requestIds, service: served, ...(pause && { pause }) }
  } finally {
    clearTimeout(timer)
    aborted.abort()
    for (const child of children.values()) child.kill('SIGKILL')
    await Promise.allSettled(striking)
    await store?.close()
    service.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
