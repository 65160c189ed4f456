import { fatesOf, knownEnd } from './ends.ts'
import type { WorkersRan, WorkersRun } from './run-workers.ts'

/**
 * What is wrong with what came of a run, a line each.
 *
 * @param fair whether each worker has to do at least half its share
 */
export function findingsOf(ran: WorkersRan, wanted: WorkersRun, fair: boolean): readonly string[] {
  const { ends, service, requestIds, strikes, creates, pause } = ran
  const { customers } = wanted
  const fates = fatesOf(customers)
  const twice = [...service.upgrades.values()].filter(({ length }) => length > 1).length
  const anew = [...requestIds.values()].filter(({ size }) => size > 1).length
  const others = ends.flatMap((end, row) =>
    knownEnd(end) === fates[row] ? [] : [`row ${row} ended as "${end}" instead of "${fates[row]}"`],
  )
  const least = Math.min(...creates)
  return [
    ...(twice > 0 ? [`${twice} customers got a second upgrade`] : []),
    ...(anew > 0 ? [`creates for ${anew} customers were sent under a second request ID`] : []),
    ...(ends.length === customers ? [] : [`${ends.length} of ${customers} customers have a result`]),
    ...others.slice(0, 10),
    ...(strikes < wanted.strikes
      ? [`something happened ${strikes} times instead of ${wanted.strikes}: too few customers`]
      : []),
    ...(wanted.pause && !pause?.begun ? ['the service asked nobody to wait: too few customers'] : []),
    ...(pause && pause.requests > 0
      ? [`${pause.requests} requests were sent while a worker had been told to wait: hold has to stop all workers`]
      : []),
    // A worker that starts a second late makes fewer; one that is kept from working, next to none.
    ...(fair && least < service.creates / creates.length / 2
      ? [`a worker made ${least} of ${service.creates} creates, which is less than half its share`]
      : []),
  ]
}
