import { type Slot, slotName, ways } from '../../src/matrix/slots.ts'

/** What a passed test has shown: that a provider gave a response, and that the client reported it. */
export interface Proof {
  readonly slot: Slot
  /** The test. */
  readonly by: string
}

/** The problems with the proofs of a run. */
export interface Findings {
  /** Demanded, but not shown by any test. */
  readonly open: readonly Slot[]
  /** Shown, but not in the contract or listed as out of reach: an outdated test or exception. */
  readonly stale: readonly Proof[]
  /** Shown by more than one test: deleting one of them would go unnoticed. */
  readonly doubled: readonly Slot[]
}

/** Compares the slots that were shown with those that are demanded. */
export function judgeCoverage(demanded: readonly Slot[], proofs: readonly Proof[]): Findings {
  const shown = new Map<string, Set<string>>()
  for (const { slot, by } of proofs) shown.set(slotName(slot), (shown.get(slotName(slot)) ?? new Set()).add(by))
  const known = new Set(demanded.map(slotName))
  return {
    open: demanded.filter((slot) => !shown.has(slotName(slot))),
    stale: proofs.filter(({ slot }) => !known.has(slotName(slot))),
    doubled: demanded.filter((slot) => (shown.get(slotName(slot))?.size ?? 0) > 1),
  }
}

/** Whether a run has shown every demanded slot exactly once, and nothing else. */
export function isComplete({ open, stale, doubled }: Findings): boolean {
  return open.length + stale.length + doubled.length === 0
}

/** Describes the findings, one line each. */
export function describeFindings({ open, stale, doubled }: Findings): readonly string[] {
  return [
    ...open.map((slot) => `not shown by any test: ${slotName(slot)}`),
    ...stale.map(({ slot, by }) => `shown, and not demanded: ${slotName(slot)} (${by})`),
    ...doubled.map((slot) => `shown by more than one test: ${slotName(slot)}`),
  ]
}

/** Where to add the tests that show a slot. */
const places: Readonly<Record<Slot['way'], string>> = {
  request: 'test/calls.ts (how the client calls the operation) and suite/statuses.test.ts (what it makes of a success)',
  state: 'suite/states/situations.ts, or suite/matrix/out-of-reach.ts with the reason why no state leads to it',
  replay: 'suite/exchanges-client.test.ts and suite/exchanges-mocks.test.ts',
}

/** Says where to add missing tests, one line for each way. */
export function whereToAdd({ open }: Findings): readonly string[] {
  const missing = [...new Set(open.map(({ way }) => way))]
  return missing.map((way) => `add what is to be shown ${ways[way]} to ${places[way]}`)
}
