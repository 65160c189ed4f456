import { fatesOf, knownEnd } from './ends.ts'
import type { WorkersRan, WorkersRun } from './run-workers.ts'

/**
 * Compares the results of a run with the service's records; returns one line per problem.
 *
 * @param fair whether each worker must make at least half its share of the creates
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
      ? [`only ${strikes} of ${wanted.strikes} strikes happened: the list has too few customers`]
      : []),
    ...(wanted.pause && !pause?.begun ? ['the service told no worker to wait: the list has too few customers'] : []),
    ...(pause && pause.requests > 0
      ? [`${pause.requests} requests were sent while a worker had been told to wait: hold must pause all workers`]
      : []),
    // A worker that starts a second late makes fewer creates; one that is locked out makes almost none.
    ...(fair && least < service.creates / creates.length / 2
      ? [`a worker made ${least} of ${service.creates} creates, which is less than half its share`]
      : []),
  ]
}
