import { atMost } from '../at-most.ts'
import type { Observation } from '../judge/table.ts'
import type { Programs } from '../machine/programs.ts'
import { type ProcessRun, runUntilDone } from '../machine/run-until-done.ts'
import { type OddCase, oddBehaviour } from '../odd/odd-answers.ts'
import { createRandom } from '../random.ts'
import type { Behaviour } from '../service/behaviour.ts'
import { type Interface, isListDone, listCommand, readReports, writeList } from './customer-list.ts'
import { lastLines, problemsOf } from './process-problems.ts'
import { type Condition, runCondition } from './run-condition.ts'

/** A condition with a list of customers for whom the service gives unusual responses. */
export interface OddCondition extends Condition {
  readonly by: Interface
  /** The unusual responses, one customer for each. */
  readonly cases: readonly OddCase[]
}

/** The number of customers in the list with normal responses. */
const others = 3

/** Runs all cases in one list; if that fails, runs each case in its own list to find the cause. */
export async function runOddGroup(condition: OddCondition, programs: Programs): Promise<Observation> {
  const group = await runOdd(condition, programs)
  if (group.violations.length + group.problems.length === 0 || condition.cases.length === 1) return group
  const single = await atMost(4, condition.cases, async (each) => {
    const { violations, problems } = await runOdd({ ...condition, cases: [each] }, programs)
    const name = `${each.operation}: ${each.odd.name}`
    return [
      ...violations.map(({ kind, detail }) => `${name}: ${kind}, ${detail}`),
      ...problems.map((problem) => `${name}: ${problem}`),
    ]
  })
  const found = single.flat()
  return found.length > 0 ? { ...group, violations: [], problems: found } : group
}

/** Checks that an unusual response affects only its own row, and that a second run gives the same results. */
export function runOdd(condition: OddCondition, programs: Programs): Promise<Observation> {
  const { seed, name, cases } = condition
  const random = createRandom(seed, name, 'customers')
  const good = Array.from({ length: others }, (): [string, Behaviour] => [random.guid(), { name: 'good answers' }])
  const odd = cases.map((each): [string, Behaviour] => [random.guid(), oddBehaviour(each)])
  const customers = new Map([...good.slice(0, 1), ...odd, ...good.slice(1)])
  return runCondition(condition, customers, programs, async (setup) => {
    const list = writeList(setup.folder, 'a', [...customers.keys()])
    const job = {
      command: (sender: string) => listCommand(condition, programs, setup, list, sender),
      isDone: isListDone,
    }
    const runs = await runUntilDone({ ...job, name: 'a1', retries: 1 }, setup.signaller, setup.deadline)
    const reports = readReports(list)
    const second = await runUntilDone({ ...job, name: 'a2', retries: 0 }, setup.signaller, setup.deadline)
    const afterwards = readReports(list)
    const hurt = good.flatMap(([customerId]) => {
      const { outcome, text } = reports.find((each) => each.customerId === customerId) ?? {}
      return outcome === 'completed' ? [] : [`a customer with normal responses is ${outcome} (${text})`]
    })
    // A run may stop as in an outage only when no customers with normal responses are left.
    const cutShort = good.flatMap(([customerId]) =>
      setup.truth.get(customerId)?.received.some(({ sender }) => sender === 'a1-1')
        ? [`a run stopped before ${customerId} was done`]
        : [],
    )
    const unstable = JSON.stringify(reports) !== JSON.stringify(afterwards)
    return {
      reports,
      problems: [
        ...[...runs, ...second].flatMap(problemsOf),
        ...hurt,
        ...cutShort,
        ...runs
          .slice(0, -1)
          .filter(isDefect)
          .map(({ code, stderr }) => `a run ended with ${code}: ${lastLines(stderr)}`),
        ...(unstable ? ['a second run gives other results'] : []),
      ],
    }
  })
}

/** Whether an unfinished run ended in any way other than stopping as in an outage. */
function isDefect({ stderr, code }: ProcessRun): boolean {
  return code !== exitCodeOfOutage && !stderr.includes('StoppedError')
}

/** The documented exit code of the command line when it gets no response. */
const exitCodeOfOutage = 5
