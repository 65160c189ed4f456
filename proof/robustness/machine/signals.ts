import type { ChildProcess } from 'node:child_process'
import { createRandom } from '../random.ts'
import type { Moment, Watch } from '../service/server.ts'

/** What is sent to processes: SIGKILL, SIGTERM, or SIGSTOP and after a while SIGCONT. */
export type SignalKind = 'kill' | 'terminate' | 'stop'

/** How many of each. */
export type SignalCounts = Readonly<Record<SignalKind, number>>

/** No signal at all. */
export const noSignals: SignalCounts = { kill: 0, terminate: 0, stop: 0 }

const names = { kill: 'SIGKILL', terminate: 'SIGTERM', stop: 'SIGSTOP' } as const
const kinds = ['kill', 'terminate', 'stop'] as const

/** The next signal for a process. */
interface PlannedSignal {
  readonly kind: SignalKind
  /** At which of its requests, counted from the last signal; 0 for right after the start. */
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
  /** How many signals it got. */
  signals: number
  /** Whether one of them was to end it. */
  ended: boolean
}

/** Sends signals to processes while they talk to the service. */
export interface Signaller {
  /** What has been sent so far. */
  readonly sent: SignalCounts
  /** Takes on a process, by the name that the service knows it by. */
  track(sender: string, child: ChildProcess): void
  /** Drops a process that has ended, and says whether a signal ended it. */
  drop(sender: string): boolean
  /** What the service has to call. */
  readonly watch: Watch
}

/**
 * Makes a signaller.
 *
 * @param most how many of each signal it sends
 * @param reach a process gets a signal within so many requests
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
