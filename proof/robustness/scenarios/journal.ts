import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Observation } from '../judge/table.ts'
import type { Programs } from '../machine/programs.ts'
import { runUntilDone } from '../machine/run-until-done.ts'
import { createRandom } from '../random.ts'
import { createCustomers, type MakeBehaviour } from '../service/behaviours.ts'
import { type Interface, isListDone, listCommand, writeList } from './customer-list.ts'
import { lastLines, problemsOf } from './process-problems.ts'
import { type Condition, runCondition } from './run-condition.ts'

/** The damage to the journal. */
export type Damage = 'removed' | 'replaced' | 'truncated' | 'emptied'

/** A condition that damages the journal of a list during its run. */
export interface JournalCondition extends Condition {
  readonly by: Interface
  readonly damage: Damage
  readonly customers: number
  readonly makers: readonly MakeBehaviour[]
}

/** The number of runs: one during which the journal is damaged, and others with the damaged journal. */
const most = 3

/** Checks that the first run stops with an error about the journal, and that no rerun creates a second upgrade. */
export function runJournal(condition: JournalCondition, programs: Programs): Promise<Observation> {
  const { seed, name, customers: count, makers, times, damage } = condition
  const customers = createCustomers(count, makers, createRandom(seed, name, 'customers'), times)
  return runCondition(condition, customers, programs, async (setup) => {
    const list = writeList(setup.folder, 'a', [...customers.keys()])
    let damaged = false
    const timer = setInterval(() => {
      damaged = damageAfterCreate(list.folder, damage)
      if (damaged) clearInterval(timer)
    }, 20)
    const job = {
      name: 'a',
      command: (sender: string) => listCommand(condition, programs, setup, list, sender),
      isDone: (last: { readonly stdout: string }, all: readonly unknown[]) => isListDone(last) || all.length === most,
    }
    const runs = await runUntilDone(job, setup.signaller, setup.deadline)
    clearInterval(timer)
    const { code, stdout = '', stderr = '' } = runs[0] ?? {}
    // The message of the error, without its stack frames.
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => !line.trimStart().startsWith('at '))
    const said = lastLines(lines.join('\n'))
    const stopped = code && !isListDone({ stdout }) && /journal/i.test(said)
    return {
      reports: [],
      problems: [
        ...runs.flatMap(problemsOf),
        ...(damaged ? [] : ['the journal was never damaged']),
        ...(stopped ? [] : [`did not stop because of the journal, and ended with ${code}: ${said}`]),
      ],
    }
  })
}

/** Damages the journal once it records a create; returns whether it did. */
function damageAfterCreate(folder: string, damage: Damage): boolean {
  const name = readdirSync(folder).find((each) => each.endsWith('.journal.jsonl'))
  if (!name) return false
  const path = join(folder, name)
  if (!readFileSync(path, 'utf8').includes('"is":"sending"')) return false
  if (damage === 'removed') rmSync(path)
  if (damage === 'emptied') truncateSync(path)
  if (damage === 'truncated') truncateSync(path, Math.floor(statSync(path).size / 2))
  // As when a backup is restored: the same content in another file.
  if (damage === 'replaced') {
    copyFileSync(path, `${path}.copy`)
    rmSync(path)
    copyFileSync(`${path}.copy`, path)
  }
  return true
}
