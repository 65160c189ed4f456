import { isSuccess, type Outcome, outcomes, type Progress, type RunProgress } from '@partner-upgrades/bulk'

/** The number of customers in each stage and outcome, in words, without zeros. */
export function countsOf({ open, ended }: Pick<Progress, 'open' | 'ended'>): readonly string[] {
  const running = [
    ...(open.sent > 0 ? [`${number(open.sent)} unsettled`] : []),
    ...(open.created > 0 ? [`${number(open.created)} running`] : []),
  ]
  return [...running, ...endsOf(ended)]
}

/** The number of customers with each outcome, in words, without zeros. */
export function endsOf(ended: Progress['ended']): readonly string[] {
  return outcomes
    .filter((outcome) => ended[outcome] > 0)
    .map((outcome) => `${number(ended[outcome])} ${wordOf(outcome)}`)
}

/** Whether all customers succeeded, so that nothing is left to do. */
export function allSucceeded({ rows, ended }: Pick<Progress, 'rows' | 'ended'>): boolean {
  return succeeded(ended) === rows
}

/** The number of customers who succeeded, for whom nothing is left to do. */
export function succeeded(ended: Progress['ended']): number {
  return outcomes.filter(isSuccess).reduce((sum, outcome) => sum + ended[outcome], 0)
}

/** Whether a run has done all that its limit allows; the remaining customers are left to the next run. */
export function isBatchDone({ open, limitReached }: Pick<RunProgress, 'open' | 'limitReached'>): boolean {
  return limitReached && open.new > 0 && open.sent + open.created === 0
}

/** Formats a number with thousands separators. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

function wordOf(outcome: Outcome): string {
  return outcome === 'upgraded' ? 'already upgraded' : outcome
}
