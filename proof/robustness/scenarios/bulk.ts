import type { Observation } from '../judge/table.ts'
import type { Programs } from '../machine/programs.ts'
import { runUntilDone } from '../machine/run-until-done.ts'
import { createRandom } from '../random.ts'
import { createCustomers, type MakeBehaviour } from '../service/behaviours.ts'
import { type CustomerList, type Interface, isListDone, listCommand, readReports, writeList } from './customer-list.ts'
import { problemsOf } from './process-problems.ts'
import { type Condition, runCondition } from './run-condition.ts'

/** A condition that upgrades lists. */
export interface BulkCondition extends Condition {
  readonly by: Interface
  /** The number of processes that work on each list at once. */
  readonly processes: number
  /** One list, or two that share a third of the customers. */
  readonly lists: 1 | 2
  readonly customers: number
  readonly makers: readonly MakeBehaviour[]
}

/** Lets processes upgrade lists until each process reports that its list is done. */
export function runBulk(condition: BulkCondition, programs: Programs): Promise<Observation> {
  const { seed, name, customers: count, makers, times, lists: parts, processes } = condition
  const customers = createCustomers(count, makers, createRandom(seed, name, 'customers'), times)
  return runCondition(condition, customers, programs, async (setup) => {
    const lists = writeLists(setup.folder, [...customers.keys()], parts)
    const jobs = lists.flatMap((list) =>
      Array.from({ length: processes }, (_, number) => ({
        name: `${list.name}${number + 1}`,
        command: (sender: string) => listCommand(condition, programs, setup, list, sender),
        isDone: isListDone,
      })),
    )
    const runs = await Promise.all(jobs.map((job) => runUntilDone(job, setup.signaller, setup.deadline)))
    return { reports: lists.flatMap(readReports), problems: runs.flat().flatMap(problemsOf) }
  })
}

/** Writes one list, or two that overlap: the second one is in reverse order and ends with customers of the first. */
function writeLists(folder: string, customers: readonly string[], lists: 1 | 2): readonly CustomerList[] {
  if (lists === 1) return [writeList(folder, 'a', customers)]
  const third = Math.floor(customers.length / 3)
  return [
    writeList(folder, 'a', customers.slice(0, 2 * third)),
    writeList(folder, 'b', customers.slice(third).reverse()),
  ]
}
