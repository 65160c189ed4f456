import { atMost } from '../at-most.ts'
import type { Report } from '../judge/judge.ts'
import type { Observation } from '../judge/table.ts'
import type { Programs } from '../machine/programs.ts'
import { type ProcessRun, runUntilDone } from '../machine/run-until-done.ts'
import { createRandom } from '../random.ts'
import { createCustomers, type MakeBehaviour } from '../service/behaviours.ts'
import { problemsOf } from './process-problems.ts'
import { type Condition, runCondition, type Setup } from './run-condition.ts'

/** A condition in which commands for one customer run in several terminals at once. */
export interface TerminalsCondition extends Condition {
  /** The command of each terminal; starts over if there are more terminals. */
  readonly commands: readonly ('create' | 'ensure' | 'upgrade')[]
  readonly terminals: number
  readonly customers: number
  /** The number of customers handled at once. @default 5 */
  readonly atOnce?: number
  readonly makers: readonly MakeBehaviour[]
}

/** The result of a terminal. */
interface Typed {
  readonly report: Report
  readonly runs: readonly ProcessRun[]
}

/** Reruns the command of each terminal until it is done. */
export function runTerminals(condition: TerminalsCondition, programs: Programs): Promise<Observation> {
  const { seed, name, customers: count, makers, times, terminals, atOnce = 5 } = condition
  const customers = createCustomers(count, makers, createRandom(seed, name, 'customers'), times)
  return runCondition(condition, customers, programs, async (setup) => {
    const typed = await atMost(atOnce, [...customers.keys()], (customerId) =>
      Promise.all(
        Array.from({ length: terminals }, (_, number) => typeIn(number, customerId, condition, programs, setup)),
      ),
    )
    const all = typed.flat()
    return { reports: all.map(({ report }) => report), problems: all.flatMap(({ runs }) => runs.flatMap(problemsOf)) }
  })
}

async function typeIn(
  terminal: number,
  customerId: string,
  { commands, times: { settle, timeout, speed } }: TerminalsCondition,
  programs: Programs,
  setup: Setup,
): Promise<Typed> {
  const command = commands[terminal % commands.length] ?? 'upgrade'
  const options = ['--settle-for', `${settle * speed}ms`, '--timeout', `${timeout * speed}ms`]
  const interval = command === 'upgrade' ? ['--interval', '1s'] : []
  const args = [command, customerId, '--yes', '--json', ...options, ...interval]
  const name = `${customerId.slice(0, 8)}-${command}-${terminal + 1}`
  const job = {
    name,
    command: (sender: string) => setup.command(programs.cli, args, sender),
    // The other exit codes are temporary failures and unknown outcomes, which tell the user to run the same command again.
    isDone: ({ code, stdout }: ProcessRun) =>
      code === 0 || code === 1 || (command !== 'upgrade' && saysThereIsOne(stdout)),
    retries: 2,
  }
  const runs = await runUntilDone(job, setup.signaller, setup.deadline)
  return { report: { customerId, by: `${name}-`, wantsNew: command === 'create', ...outcomeOf(command, runs) }, runs }
}

function outcomeOf(command: string, runs: readonly ProcessRun[]): Pick<Report, 'outcome' | 'text'> {
  const { code, stdout = '' } = runs.at(-1) ?? {}
  const event = lastEvent(stdout)
  const text = `${event.event} ${event.message ?? event.status ?? ''}`.trim()
  if (command !== 'upgrade' && saysThereIsOne(stdout)) return { outcome: 'created', text }
  if (code === 0) return { outcome: 'completed', text }
  if (code === 6) return { outcome: 'unknown', text }
  if (code !== 1) return { outcome: 'open', text }
  return { outcome: event.event === 'status' ? 'failed' : 'rejected', text }
}

/** Whether a program has reported an upgrade. */
function saysThereIsOne(stdout: string): boolean {
  return /"event":"(created|found)".*\n/.test(stdout)
}

/** Parses the last line of JSON. */
function lastEvent(stdout: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  } catch {
    return {}
  }
}
