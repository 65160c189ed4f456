import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, type Report } from '../judge/judge.ts'
import type { Observation } from '../judge/table.ts'
import type { MachineClock } from '../machine/clock.ts'
import type { Command } from '../machine/process.ts'
import type { Programs } from '../machine/programs.ts'
import { readSignals, type SelfSignal, selfSignalVariable } from '../machine/self-signal.ts'
import { createSignaller, type SignalCounts, type Signaller } from '../machine/signals.ts'
import { createRandom } from '../random.ts'
import type { Behaviour, Timing } from '../service/behaviour.ts'
import { type Service, startService } from '../service/server.ts'
import { createTruth, type Truth } from '../service/truth.ts'

/** The times of a condition, in milliseconds of real time. */
export interface Times extends Timing {
  /** The speed of the machine's clock as a multiple of real time. The times passed to programs are multiplied by it. */
  readonly speed: number
  /** The timeout of one attempt. */
  readonly timeout: number
  /** The lease of a list's workers. */
  readonly lease: number
}

/** The options of every condition. */
export interface Condition {
  readonly name: string
  readonly seed: number
  readonly times: Times
  /** The signals that processes get. */
  readonly signals: SignalCounts
  /** The number of requests within which a process gets a signal. @default 8 */
  readonly reach?: number
  /** How often processes signal themselves right before they send a create. @default 0 */
  readonly selfSignals?: number
  /** The milliseconds of each jump of the machine's clock while processes run. @default no jumps */
  readonly jumps?: readonly number[]
  /** Milliseconds after which all remaining processes are killed. @default 300000 */
  readonly limit?: number
}

/** The environment of a condition. */
export interface Setup {
  readonly folder: string
  readonly truth: Truth
  readonly service: Service
  readonly signaller: Signaller
  /** When to give up, in milliseconds since 1970. */
  readonly deadline: number
  /** Creates a command on the machine, which identifies itself to the service as `sender`. */
  command(program: string, args: readonly string[], sender: string): Command
}

/** The final reports of a condition's programs, and the problems with them. */
export interface Reported {
  readonly reports: readonly Report[]
  readonly problems: readonly string[]
}

/** Runs a condition with its own service and machine, and judges the result. */
export async function runCondition(
  condition: Condition,
  customers: ReadonlyMap<string, Behaviour>,
  programs: Programs,
  act: (setup: Setup) => Promise<Reported>,
): Promise<Observation> {
  const { name, seed, times, signals, reach = 8, selfSignals = 0, jumps = [], limit = 300_000 } = condition
  const begin = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'robustness-'))
  const truth = createTruth(customers)
  const signaller = createSignaller(`${name}/${seed}`, signals, reach, times.lease * 1.5)
  const selfSignal: SelfSignal = { every: 2, most: selfSignals, pause: times.lease * 2, log: join(folder, 'signals') }
  const random = createRandom(seed, name, 'clock')
  const clock: MachineClock = {
    origin: begin,
    speed: times.speed,
    jumps: jumps.map((by) => ({ at: begin + random.whole(400, times.settle * 2), by })),
  }
  const service = await startService(truth, signaller.watch)
  try {
    const { reports, problems } = await act({
      folder,
      truth,
      service,
      signaller,
      deadline: begin + limit,
      command: (program, args, sender) => ({
        program,
        args,
        preloads: programs.preloads,
        clock,
        env: {
          ...(selfSignals > 0 && { [selfSignalVariable]: JSON.stringify(selfSignal) }),
          PARTNER_CENTER_BASE_URL: service.url,
          PARTNER_CENTER_TOKEN: sender,
          XDG_STATE_HOME: join(folder, 'state'),
        },
      }),
    })
    const end = Date.now()
    const { kill, terminate, stop } = signaller.sent
    const own = (kind: string): number => readSignals(selfSignal.log).filter((each) => each === kind).length
    return {
      name,
      seed,
      signals: { kill: kill + own('kill'), terminate, stop: stop + own('stop') },
      jumps: clock.jumps.filter(({ at }) => at < end).length,
      truth,
      reports,
      violations: judge(truth, reports),
      problems,
      took: end - begin,
    }
  } finally {
    await service.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
