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

/** The options of `runWorkers`. Upgrades take a tenth of a second unless `duration` is given. */
export interface WorkersRun extends NaiveOptions {
  /** Seed of the random numbers that decide when strikes happen. */
  readonly seed: number
  /** How many customers the list has. */
  readonly customers: number
  /** How many workers share it. */
  readonly workers: number
  /** How many strikes happen before the rest of the run may finish undisturbed. */
  readonly strikes: number
  /** Disturbs the worker that sent a request, or the store; resolves when the disturbance has ended. */
  readonly strike: (worker: ChildProcess) => Promise<void> | void
  /** Whether the next strike may begin before the last one has ended. @default false */
  readonly overlapping?: boolean
  /** Whether a request that triggers a strike may get lost. @default false */
  readonly loses?: boolean
  /** The changes to a worker's clock, by the worker's number. @default none: the clock is right */
  readonly clock?: (worker: number) => readonly ClockChange[]
  /**
   * How long the service tells one worker to wait, in milliseconds, once a quarter of the customers has an upgrade.
   * @default no worker is told to wait
   */
  readonly pause?: number
  /** How long the run may take, in milliseconds. @default 600000 */
  readonly deadline?: number
}

/** The result of a run. */
export interface WorkersRan extends Omit<ProofService, 'close' | 'url' | 'creates'> {
  /** How each customer ended, in the order of the list. */
  readonly ends: readonly string[]
  /** How many strikes happened. */
  readonly strikes: number
  /** How many creates of each worker took effect, by the worker's number. */
  readonly creates: readonly number[]
  /** The pause; absent if none was wanted. */
  readonly pause?: Pause
}

/** Kills a worker, as `kill -9` does. */
export function killWorker(worker: ChildProcess): void {
  worker.kill('SIGKILL')
}

// The preload module is in the same folder, both in the source and in the build.
const preload = fileURLToPath(new URL(`skewed-clock${extname(import.meta.url)}`, import.meta.url))

/**
 * Processes a list in several processes, and strikes at them or their store while one of their requests is in flight, before or after
 * the request took effect. The seed decides when.
 *
 * @throws Error if a worker exits with an error of its own, or the list is not finished in time.
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
    // Soon enough that all strikes happen before the list is finished.
    return done < strikes ? 1 + Math.floor((random() * 1.5 * customers) / (strikes + 2)) : Number.POSITIVE_INFINITY
  }

  function happen(sender: string): boolean {
    const child = children.get(sender)
    if (!child || --countdown > 0) return false
    done++
    // A strike at a store that is still recovering would have no effect.
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

  // A strike happens when a request arrives, or after it took effect.
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
      if (signal !== 'SIGKILL') throw new Error(`A worker exited with ${code ?? signal}: ${await complaints}`)
    }
    throw new Error(`The list was not finished within ${deadline} ms.`)
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
