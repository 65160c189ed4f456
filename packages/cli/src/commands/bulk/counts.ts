import { isSuccess, type Outcome, outcomes, type Progress, type RunProgress } from '@partner-upgrades/bulk'

/** How many customers are where, in words; what is zero is left out. */
export function countsOf({ open, ended }: Pick<Progress, 'open' | 'ended'>): readonly string[] {
  const running = [
    ...(open.sent > 0 ? [`${number(open.sent)} unsettled`] : []),
    ...(open.created > 0 ? [`${number(open.created)} running`] : []),
  ]
  return [...running, ...endsOf(ended)]
}

/** How many customers ended how, in words. */
export function endsOf(ended: Progress['ended']): readonly string[] {
  return outcomes
    .filter((outcome) => ended[outcome] > 0)
    .map((outcome) => `${number(ended[outcome])} ${wordOf(outcome)}`)
}

/** Whether nothing is left to do for any customer. */
export function allSucceeded({ rows, ended }: Pick<Progress, 'rows' | 'ended'>): boolean {
  return succeeded(ended) === rows
}

/** For how many customers nothing is left to do. */
export function succeeded(ended: Progress['ended']): number {
  return outcomes.filter(isSuccess).reduce((sum, outcome) => sum + ended[outcome], 0)
}

/** Whether a run has done all that its limit lets it do: what is left is the next run's. */
export function isBatchDone({ open, limitReached }: Pick<RunProgress, 'open' | 'limitReached'>): boolean {
  return limitReached && open.new > 0 && open.sent + open.created === 0
}

/** A number with its thousands apart. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

function wordOf(outcome: Outcome): string {
  return outcome === 'upgraded' ? 'already upgraded' : outcome
}
