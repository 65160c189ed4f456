import { type Slot, slotName } from '../../src/matrix/slots.ts'

/** That a provider answered so, and that the client said so: what a passed test has shown. */
export interface Proof {
  readonly slot: Slot
  /** The test. */
  readonly by: string
}

/** What is wrong with the proofs of a run. */
export interface Findings {
  /** Demanded, and shown by no test. */
  readonly open: readonly Slot[]
  /** Shown, and not in the contract, or said to be out of reach: a test or an exception that has outlived its reason. */
  readonly stale: readonly Proof[]
  /** Shown by more than one test: deleting one of them would go unnoticed. */
  readonly doubled: readonly Slot[]
}

/** Compares what was shown with what is demanded. */
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

/** Whether a run has shown all that is demanded, once each, and nothing else. */
export function isComplete({ open, stale, doubled }: Findings): boolean {
  return open.length + stale.length + doubled.length === 0
}

/** The findings, a line each. */
export function describeFindings({ open, stale, doubled }: Findings): readonly string[] {
  return [
    ...open.map((slot) => `not shown by any test: ${slotName(slot)}`),
    ...stale.map(({ slot, by }) => `shown, and not demanded: ${slotName(slot)} (${by})`),
    ...doubled.map((slot) => `shown by more than one test: ${slotName(slot)}`),
  ]
}
