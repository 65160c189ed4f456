import { type RunProgress, tallyRows } from '@partner-upgrades/bulk'

/** The progress of a run with nothing to do, apart from the given changes. */
export function runProgress(change: Partial<RunProgress> = {}): RunProgress {
  return {
    ...tallyRows(() => 0),
    rows: 0,
    again: 0,
    round: 0,
    workers: 1,
    quietFor: 0,
    busy: 0,
    parallel: 16,
    outage: false,
    started: 0,
    limitReached: false,
    ...change,
  }
}

/** The numbers of customers by outcome; those not given are zero. */
export function ended(counts: Partial<RunProgress['ended']>): RunProgress['ended'] {
  return { ...tallyRows(() => 0).ended, ...counts }
}
