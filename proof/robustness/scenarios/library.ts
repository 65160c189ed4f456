import { atMost } from '../at-most.ts'
import type { Report } from '../judge/judge.ts'
import type { Observation } from '../judge/table.ts'
import type { Programs } from '../machine/programs.ts'
import { type ProcessRun, runUntilDone } from '../machine/run-until-done.ts'
import { createRandom } from '../random.ts'
import { createCustomers, type MakeBehaviour } from '../service/behaviours.ts'
import { problemsOf } from './process-problems.ts'
import { type Condition, runCondition, type Setup } from './run-condition.ts'

/** A condition in which programs call the library. */
export interface LibraryCondition extends Condition {
  /** A program that follows the documentation, or one that does not. @default 'create' */
  readonly program?: 'create' | 'careless'
  readonly customers: number
  /** The number of processes that handle the same customers at once, with shared records of creates. @default 1, without records */
  readonly processes?: number
  readonly makers: readonly MakeBehaviour[]
}

/** The number of customers per process. */
const share = 8

/** The results of a program. */
interface Called {
  readonly reports: readonly Report[]
  readonly runs: readonly ProcessRun[]
}

/** Creates upgrades; a killed program is rerun with the request IDs that it had stored. */
export function runLibrary(condition: LibraryCondition, programs: Programs): Promise<Observation> {
  const { seed, name, customers: count, makers, times, processes = 1 } = condition
  const customers = createCustomers(count, makers, createRandom(seed, name, 'customers'), times)
  return runCondition(condition, customers, programs, async (setup) => {
    const ids = [...customers.keys()]
    const groups = Array.from({ length: Math.ceil(ids.length / share) }, (_, group) =>
      ids.slice(group * share, (group + 1) * share),
    )
    const called = await atMost(4, groups, (group, number) =>
      Promise.all(
        Array.from({ length: processes }, (_, process) =>
          call(`p${number}.${process}`, group, condition, programs, setup),
        ),
      ),
    )
    const all = called.flat()
    return {
      reports: all.flatMap(({ reports }) => reports),
      problems: all.flatMap(({ runs }) => runs.flatMap(problemsOf)),
    }
  })
}

/** A program's output about a customer. */
interface Line {
  readonly customerId: string
  readonly upgradeId?: string
  readonly error?: string
  readonly status?: number
  readonly message?: string
}

async function call(
  name: string,
  group: readonly string[],
  { program = 'create', processes = 1, times: { settle, timeout, speed } }: LibraryCondition,
  programs: Programs,
  { command, service, signaller, deadline }: Setup,
): Promise<Called> {
  const requestIds = new Map(group.map((customerId) => [customerId, crypto.randomUUID()]))
  const open = (lines: ReadonlyMap<string, Line>): readonly string[] =>
    group.filter((customerId) => ['open', 'unknown'].includes(outcomeOf(lines.get(customerId))))

  const job = {
    name,
    command(sender: string, before: readonly ProcessRun[]) {
      const client = {
        credential: sender,
        baseUrl: service.url,
        timeout: timeout * speed,
        settleFor: settle * speed,
        maxRetryAfter: 2_000 * speed,
      }
      const customers = open(linesOf(before)).map((customerId) => ({
        customerId,
        requestId: requestIds.get(customerId),
        how: before.length === 0 ? 'create' : 'ensure',
      }))
      return command(programs[program], [JSON.stringify({ client, customers, shared: processes > 1 })], sender)
    },
    isDone: ({ code }: ProcessRun, all: readonly ProcessRun[]) => code === 0 && open(linesOf(all)).length === 0,
    retries: 2,
  }
  const runs = await runUntilDone(job, signaller, deadline)
  const lines = linesOf(runs)
  const reports = group.map((customerId): Report => {
    const line = lines.get(customerId)
    const text = `${line?.error ?? ''} ${line?.message ?? ''}`.trim()
    return { customerId, outcome: outcomeOf(line), text, by: `${name}-`, wantsNew: true }
  })
  return { reports, runs }
}

/** Returns the last complete line about each customer. */
function linesOf(runs: readonly ProcessRun[]): ReadonlyMap<string, Line> {
  const lines = runs.flatMap(({ stdout }) => stdout.split('\n').slice(0, -1))
  return new Map(
    lines.map((text) => {
      const line: Line = JSON.parse(text)
      return [line.customerId, line]
    }),
  )
}

function outcomeOf(line: Line | undefined): string {
  if (!line) return 'open'
  if (line.upgradeId) return 'created'
  const { error, status = 500 } = line
  return error === 'FaultError' && status !== 429 && status < 500 ? 'rejected' : 'unknown'
}
