import type { Observation } from './judge/table.ts'
import type { Programs } from './machine/programs.ts'
import { noSignals } from './machine/signals.ts'
import { oddCases } from './odd/odd-answers.ts'
import { type BulkCondition, runBulk } from './scenarios/bulk.ts'
import type { Interface } from './scenarios/customer-list.ts'
import { type JournalCondition, runJournal } from './scenarios/journal.ts'
import { type LibraryCondition, runLibrary } from './scenarios/library.ts'
import { runOddGroup } from './scenarios/odd.ts'
import type { Times } from './scenarios/run-condition.ts'
import { runTerminals, type TerminalsCondition } from './scenarios/terminals.ts'
import { forOneProgram, mixed } from './service/behaviours.ts'

/** A condition of the campaign. */
export interface CampaignEntry {
  readonly name: string
  /** The approximate number of processes that it runs at once. */
  readonly weight: number
  run(programs: Programs, seed: number): Promise<Observation>
}

const minutes = 60_000

const realTimes: Times = { settle: 2_500, lag: 2_000, timeout: 800, lease: 1_000, speed: 1 }

/** Some waits of lists and of the command line are fixed, such as half a minute after a failure, so their machines' clocks run faster. */
const timesOf: Readonly<Record<Interface, Times>> = {
  cli: { ...realTimes, lease: 2_000, speed: 15 },
  library: { ...realTimes, speed: 10 },
}
const interfaces = ['cli', 'library'] as const

type Details<T> = Omit<T, 'name' | 'seed' | 'times' | 'by'>

function bulk(title: string, by: Interface, details: Details<BulkCondition>): CampaignEntry {
  const name = `bulk (${by}), ${title}`
  return {
    name,
    weight: details.processes * details.lists,
    run: (programs, seed) => runBulk({ ...details, name, by, seed, times: timesOf[by] }, programs),
  }
}

function terminals(name: string, details: Details<TerminalsCondition>): CampaignEntry {
  return {
    name,
    weight: details.terminals * (details.atOnce ?? 5),
    run: (programs, seed) => runTerminals({ ...details, name, seed, times: timesOf.cli }, programs),
  }
}

function library(name: string, details: Details<LibraryCondition>): CampaignEntry {
  return {
    name,
    weight: 4 * (details.processes ?? 1),
    run: (programs, seed) => runLibrary({ ...details, name, seed, times: realTimes }, programs),
  }
}

const oneList = { customers: 34, makers: forOneProgram, lists: 1 } as const
const twoLists = { customers: 32, makers: mixed, lists: 2 } as const

const bulks: readonly CampaignEntry[] = interfaces.flatMap((by) => [
  bulk('one process, killed', by, { ...oneList, processes: 1, signals: { ...noSignals, kill: 15 } }),
  bulk('four processes, killed', by, { ...oneList, processes: 4, signals: { ...noSignals, kill: 30 } }),
  bulk('four processes, stopped', by, { ...oneList, processes: 4, signals: { ...noSignals, kill: 4, stop: 10 } }),
  bulk('four processes, terminated', by, { ...oneList, processes: 4, signals: { ...noSignals, terminate: 12 } }),
  bulk('four processes, killed and stopped right before a create', by, {
    ...oneList,
    processes: 4,
    signals: noSignals,
    selfSignals: 18,
  }),
  bulk('two lists that overlap, killed', by, {
    ...twoLists,
    processes: 2,
    signals: { kill: 16, terminate: 2, stop: 2 },
  }),
  ...[30, -30, 10, -10].map((shift) =>
    bulk(`clock set by ${shift} min, killed`, by, {
      ...oneList,
      processes: 2,
      signals: { ...noSignals, kill: 12 },
      jumps: [shift * minutes, shift * minutes],
    }),
  ),
])

const commands: readonly CampaignEntry[] = [
  terminals('upgrade in two terminals, killed', {
    commands: ['upgrade'],
    terminals: 2,
    customers: 16,
    makers: mixed,
    signals: { ...noSignals, kill: 20 },
    reach: 5,
  }),
  terminals('ensure in three terminals, killed', {
    commands: ['ensure'],
    terminals: 3,
    atOnce: 4,
    customers: 16,
    makers: mixed,
    signals: { ...noSignals, kill: 20 },
    reach: 4,
  }),
  terminals('create, ensure and upgrade in three terminals, killed', {
    commands: ['create', 'ensure', 'upgrade'],
    terminals: 3,
    atOnce: 4,
    customers: 16,
    makers: mixed,
    signals: { kill: 14, terminate: 4, stop: 4 },
    reach: 4,
  }),
]

const libraries: readonly CampaignEntry[] = [
  library('create of the library, killed', {
    customers: 51,
    makers: forOneProgram,
    signals: { ...noSignals, kill: 32 },
  }),
  library('create of the library, clock set', {
    customers: 24,
    makers: mixed,
    signals: { ...noSignals, kill: 8 },
    jumps: [30 * minutes, -30 * minutes, 30 * minutes],
  }),
  library('create of the library in three processes, killed', {
    customers: 16,
    processes: 3,
    makers: mixed,
    signals: { ...noSignals, kill: 12 },
    reach: 4,
  }),
]

const journals: readonly CampaignEntry[] = interfaces.flatMap((by) =>
  (['removed', 'replaced', 'truncated', 'emptied'] as const).map((damage): CampaignEntry => {
    const name = `journal ${damage} (${by})`
    const details: Details<JournalCondition> = {
      damage,
      customers: 16,
      makers: mixed,
      signals: noSignals,
      limit: 100_000,
    }
    return {
      name,
      weight: 1,
      run: (programs, seed) => runJournal({ ...details, name, by, seed, times: timesOf[by] }, programs),
    }
  }),
)

/** With this speed, half a minute after a failure passes in a moment, and an hour of throttling in half a minute. */
const oddTimes: Times = { settle: 750, lag: 600, timeout: 1_500, lease: 750, speed: 120 }

/** The number of unusual responses per list. */
const oddPerList = 9

/** Lists with all unusual responses to all operations. */
export const oddEntries: readonly CampaignEntry[] = interfaces.flatMap((by) =>
  Array.from({ length: Math.ceil(oddCases.length / oddPerList) }, (_, index): CampaignEntry => {
    const name = `odd answers (${by}), list ${index + 1}`
    const cases = oddCases.slice(index * oddPerList, (index + 1) * oddPerList)
    return {
      name,
      weight: 1,
      run: (programs, seed) => runOddGroup({ name, seed, times: oddTimes, signals: noSignals, by, cases }, programs),
    }
  }),
)

/** A program that the judge has to catch. */
export const careless: CampaignEntry = library('a careless program', {
  program: 'careless',
  customers: 22,
  makers: mixed,
  signals: noSignals,
})

/** All conditions except those with unusual responses. */
export const entries: readonly CampaignEntry[] = [...bulks, ...commands, ...libraries, ...journals]
