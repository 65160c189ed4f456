import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { findingsOf } from './findings.ts'
import { killWorker, runWorkers, type WorkersRan, type WorkersRun } from './run-workers.ts'
import type { ClockChange } from './skewed-clock.ts'
import type { StoreSubject } from './store-subject.ts'

/** The options of `storeProofs`. */
export interface StoreProofOptions {
  /** How many customers each list has. @default 64 */
  readonly customers?: number | undefined
  /** How many workers share each list. @default 3 */
  readonly workers?: number | undefined
  /** How many strikes happen to workers in each run. @default 12 */
  readonly strikes?: number | undefined
  /** Seed of the random numbers that decide when strikes happen. @default 1 */
  readonly seed?: number | undefined
  /** How long workers are told to wait in the proof of `hold`, in milliseconds. @default 10000 */
  readonly pause?: number | undefined
  /** How long each run may take, in milliseconds. @default 600000 */
  readonly deadline?: number | undefined
}

/** One proof, to run in a test. */
export interface StoreProof {
  /** What the proof shows, as a sentence. */
  readonly name: string
  /**
   * Processes a list, and compares its results with what the service did.
   *
   * @throws StoreProofError listing every problem.
   */
  run(): Promise<WorkersRan>
}

/** Thrown if a store fails a proof. */
export class StoreProofError extends Error {
  override readonly name = 'StoreProofError'
  /** The problems, one line each. */
  readonly findings: readonly string[]

  constructor(findings: readonly string[]) {
    super(`The store breaks its promises:\n  ${findings.join('\n  ')}`)
    this.findings = findings
  }
}

const tenMinutes = 600_000

/**
 * Lists what every store must withstand, as proofs for any test runner: workers that are killed, workers that are stopped for longer
 * than a lease and wake up, throttling, wrong clocks and, if the subject supports it, crashes of the store and lost connections.
 *
 * @example
 * for (const { name, run } of storeProofs(subject)) test(name, run)
 */
export function storeProofs(subject: StoreSubject, options: StoreProofOptions = {}): readonly StoreProof[] {
  const { customers = 64, workers = 3, strikes = 12, seed = 1, pause = 10_000, deadline = 600_000 } = options
  const { lease, severalMachines = false, crash, disconnect } = subject
  const plan = { customers, workers, strikes, seed, deadline }

  const proof = (
    name: string,
    run: Omit<WorkersRun, keyof typeof plan> & Partial<WorkersRun>,
    fair = false,
  ): StoreProof => ({
    name,
    async run() {
      const wanted = { ...plan, ...run }
      const ran = await runWorkers(subject, wanted)
      const findings = findingsOf(ran, wanted, fair)
      if (findings.length > 0) throw new StoreProofError(findings)
      return ran
    },
  })

  return [
    proof('workers are killed again and again, and no customer gets a second create', {
      strike: killWorker,
      loses: true,
    }),
    proof('the same holds if the service deduplicates creates that are sent again', {
      strike: killWorker,
      loses: true,
      deduplicate: true,
    }),
    proof('a worker that was stopped for longer than a lease wakes up and sends nothing that others have sent', {
      strike: (worker) => stop(worker, 1.5 * lease),
      // One worker stays awake, and may finish the list meanwhile.
      strikes: workers - 1,
      overlapping: true,
    }),
    proof('a worker that is told to wait pauses all the others, too', {
      strikes: 0,
      strike: () => {},
      pause,
      // Upgrades last as long as the pause, so there is always something to poll.
      duration: pause,
    }),
    severalMachines
      ? proof(
          'workers whose clocks are ten minutes apart share the work fairly',
          { workers: 2, strikes: 0, strike: () => {}, clock: (worker) => [{ at: 0, by: worker * tenMinutes }] },
          true,
        )
      : proof('the clock of the machine is set forward by ten minutes and back', {
          strike: () => {},
          strikes: 0,
          clock: setAndBack(),
        }),
    proof('wrong clocks and kills together', {
      strike: killWorker,
      loses: true,
      clock: severalMachines ? (worker) => [{ at: 0, by: (worker - 1) * tenMinutes }] : setAndBack(),
    }),
    ...(crash ? [proof('the store crashes and comes back, and the workers go on', { strike: crash, strikes: 4 })] : []),
    ...(disconnect
      ? [proof('all connections to the store are cut, and the workers go on', { strike: disconnect, strikes: 4 })]
      : []),
  ]
}

async function stop(worker: ChildProcess, duration: number): Promise<void> {
  worker.kill('SIGSTOP')
  await sleep(duration)
  worker.kill('SIGCONT')
}

/** The clock of a machine that is set forward during the run, and set right again soon after. */
function setAndBack(): (worker: number) => readonly ClockChange[] {
  let changes: readonly ClockChange[] | undefined
  return () => {
    const now = Date.now()
    changes ??= [
      { at: now + 1_500, by: tenMinutes },
      { at: now + 3_000, by: -tenMinutes },
    ]
    return changes
  }
}
