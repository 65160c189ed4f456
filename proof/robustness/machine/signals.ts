import type { ChildProcess } from 'node:child_process'
import { createRandom } from '../random.ts'
import type { Moment, Watch } from '../service/server.ts'

/** A signal to a process: SIGKILL, SIGTERM, or SIGSTOP followed by SIGCONT. */
export type SignalKind = 'kill' | 'terminate' | 'stop'

/** The number of signals of each kind. */
export type SignalCounts = Readonly<Record<SignalKind, number>>

/** No signal at all. */
export const noSignals: SignalCounts = { kill: 0, terminate: 0, stop: 0 }

const names = { kill: 'SIGKILL', terminate: 'SIGTERM', stop: 'SIGSTOP' } as const
const kinds = ['kill', 'terminate', 'stop'] as const

/** The next signal for a process. */
interface PlannedSignal {
  readonly kind: SignalKind
  /** The number of the request, counted from the last signal; 0 for right after the start. */
  readonly request: number
  readonly moment: Moment
  /** Milliseconds after that moment. */
  readonly delay: number
  /** Whether the request gets lost together with the process. */
  readonly loses: boolean
}

/** A process that gets signals. */
interface Target {
  readonly child: ChildProcess
  planned: PlannedSignal | undefined
  /** Requests since the last signal. */
  requests: number
  /** The number of signals that it got. */
  signals: number
  /** Whether it got a signal that ends a process. */
  ended: boolean
}

/** Sends signals to processes while they talk to the service. */
export interface Signaller {
  /** The signals sent so far. */
  readonly sent: SignalCounts
  /** Adds a process, by its name in requests to the service. */
  track(sender: string, child: ChildProcess): void
  /** Removes a process that has ended, and returns whether a signal ended it. */
  drop(sender: string): boolean
  /** The callback for the service. */
  readonly watch: Watch
}

/**
 * Creates a signaller.
 *
 * @param most the number of signals of each kind
 * @param reach the number of requests within which a process gets a signal
 * @param pause milliseconds from SIGSTOP to SIGCONT
 */
export function createSignaller(seed: string, most: SignalCounts, reach: number, pause: number): Signaller {
  const left = { ...most }
  const sent = { kill: 0, terminate: 0, stop: 0 }
  const targets = new Map<string, Target>()

  function plan(sender: string, before: number): PlannedSignal | undefined {
    const random = createRandom(seed, 'signal', sender, before)
    const stock = kinds.flatMap((kind) => Array.from({ length: left[kind] }, () => kind))
    if (stock.length === 0) return undefined
    const request = before === 0 && random.chance(0.1) ? 0 : random.whole(1, reach)
    const moment = random.pick(['arrived', 'answering', 'answered', 'answered'] as const)
    const delay = request === 0 ? random.whole(0, 250) : random.chance(0.5) ? 0 : random.whole(0, 40)
    const loses = moment === 'arrived' && delay === 0 && random.chance(0.3)
    return { kind: random.pick(stock), request, moment, delay, loses }
  }

  function send(sender: string, target: Target, kind: SignalKind): boolean {
    const { child } = target
    if (left[kind] === 0 || child.exitCode !== null || child.signalCode !== null || !child.kill(names[kind]))
      return false
    left[kind]--
    sent[kind]++
    if (kind === 'stop') setTimeout(() => resume(sender, target), pause)
    else target.ended = true
    return true
  }

  function resume(sender: string, target: Target): void {
    target.child.kill('SIGCONT')
    target.requests = 0
    target.planned = plan(sender, ++target.signals)
  }

  return {
    sent,
    track(sender, child) {
      const planned = plan(sender, 0)
      const target: Target = { child, planned, requests: 0, signals: 0, ended: false }
      targets.set(sender, target)
      if (planned?.request === 0) setTimeout(() => send(sender, target, planned.kind), planned.delay)
    },
    drop(sender) {
      const ended = targets.get(sender)?.ended ?? false
      targets.delete(sender)
      return ended
    },
    watch(sender, moment) {
      const target = targets.get(sender)
      if (!target) return undefined
      if (moment === 'arrived') target.requests++
      const { planned, requests } = target
      if (!planned || planned.request === 0 || planned.moment !== moment || requests < planned.request) return undefined
      target.planned = undefined
      if (planned.delay > 0) setTimeout(() => send(sender, target, planned.kind), planned.delay)
      else if (send(sender, target, planned.kind) && planned.loses && planned.kind === 'kill') return 'lost'
      return undefined
    },
  }
}
