import type { FleetStatus, ListStatus, PartnerStatus, WorkerStatus } from '@partner-upgrades/fleet'
import { toDuration } from '../../../terminal/duration.ts'
import { headline } from '../../../terminal/headline.ts'
import type { Paint } from '../../../terminal/paint.ts'
import type { Report } from '../../../terminal/report.ts'
import { toTable } from '../../../terminal/table.ts'
import { countsOf, number } from '../../bulk/counts.ts'
import { settledOf } from '../list-counts.ts'

/** Reports partners, lists and workers. */
export function statusReport(status: FleetStatus): Report {
  const { at, version, partners, lists, workers } = status
  const now = Date.parse(at)
  return {
    json: { event: 'fleet', at, version, partners, lists, workers },
    plain: [
      ...partners.map((partner) => `partner: ${[partner.name, ...partnerFacts(partner, now)].join(', ')}`),
      ...lists.map((list) => `list: ${[...namesOf(list), settledOf(list), ...countsOf(list)].join(', ')}`),
      ...workers.map((worker) => `worker: ${workerFacts(worker, now).join(', ')}`),
      ...(lists.length === 0 ? [`fleet: ${nothing}`] : []),
    ],
    screen: (paint, width) => screenOf(status, now, paint, width),
  }
}

const nothing = 'no list yet'

function screenOf(
  { at, partners, lists, workers }: FleetStatus,
  now: number,
  paint: Paint,
  width: number,
): readonly string[] {
  if (lists.length === 0) return headline(paint, width, 'open', 'Fleet', nothing)
  const listRows = lists.map((list) => [
    list.name,
    list.partner,
    stateOf(list),
    settledOf(list).replace(' settled', ''),
    countsOf(list).join(', '),
  ])
  const partnerRows = partners.map((partner) => [partner.name, partnerFacts(partner, now).join(', ')])
  const workerRows = workers.map((worker) => [...workerFacts(worker, now)])
  return [
    ...toTable(['LIST', 'PARTNER', 'STATE', 'SETTLED', 'CUSTOMERS'], listRows, paint, width),
    '',
    ...toTable(['PARTNER', 'REQUESTS'], partnerRows, paint, width),
    '',
    ...(workers.length > 0
      ? toTable(['WORKER', 'CUSTOMERS', 'LAST SEEN'], workerRows, paint, width)
      : headline(paint, width, 'open', 'No worker', 'start one: partner-upgrades fleet work')),
    '',
    paint('dim', `as of ${at}`),
  ]
}

function namesOf(list: ListStatus): readonly string[] {
  return [`${list.name} of ${list.partner}`, stateOf(list)]
}

function stateOf({ state, dryRun }: ListStatus): string {
  return dryRun ? `${state}, dry run` : state
}

function partnerFacts(partner: PartnerStatus, now: number): readonly string[] {
  const { rate, quietUntil, passed, throttled, deadLetters } = partner
  const quiet = quietUntil === undefined ? 0 : Date.parse(quietUntil) - now
  const share = passed > 0 ? ((100 * throttled) / passed).toFixed(1) : '0.0'
  return [
    `${rate.toFixed(1)}/s`,
    ...(quiet > 0 ? [`quiet for ${toDuration(quiet)}`] : []),
    `${number(passed)} sent`,
    `${share} % throttled`,
    ...(deadLetters > 0 ? [`${number(deadLetters)} given up: fleet retry`] : []),
  ]
}

function workerFacts({ host, pid, busy, seenAt }: WorkerStatus, now: number): readonly string[] {
  return [`${host}:${pid}`, `${number(busy)} in progress`, `${toDuration(Math.max(0, now - Date.parse(seenAt)))} ago`]
}
