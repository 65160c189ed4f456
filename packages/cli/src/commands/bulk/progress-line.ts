import { openRows, type RunProgress } from '@partner-upgrades/bulk'
import { toDuration } from '../../terminal/duration.ts'
import { endsOf, number, succeeded } from './counts.ts'
import type { Pulse } from './pulse.ts'

/** The columns that the spinner before the line and the seconds after it take up. */
const frame = 14

/**
 * Formats the progress as one line of a terminal. On a narrow one, the bar is dropped first, then the speed, and then the outcomes are
 * summed up: a count that is cut off would read as a wrong one.
 */
export function progressLine(progress: RunProgress, pulse: Pulse, width: number): string {
  const room = width - frame
  const lines = [30, 20, 10, 5, 0].map((size) => lineOf(progress, pulse, size, endsOf(progress.ended)))
  const bare = [endsOf(progress.ended), fewEnds(progress), []].map((ends) => lineOf(progress, undefined, 0, ends))
  const shortest = `${settledOf(progress)} · ${number(progress.open.created)} running`
  return [...lines, ...bare, shortest].find((line) => line.length <= room) ?? shortest.slice(0, Math.max(0, room))
}

function lineOf(progress: RunProgress, pulse: Pulse | undefined, size: number, ends: readonly string[]): string {
  const { rows, open } = progress
  const done = Math.floor((size * (rows - openRows(open))) / rows)
  const bar = size > 0 ? `${'█'.repeat(done)}${'░'.repeat(size - done)} ` : ''
  const parts = [
    settledOf(progress),
    ...(pulse ? speedOf(pulse) : []),
    ...hindrances(progress),
    ...(open.sent > 0 ? [`${number(open.sent)} unsettled`] : []),
    `${number(open.created)} running`,
    ...ends,
  ]
  return `${bar}${parts.join(' · ')}`
}

function settledOf({ rows, open }: RunProgress): string {
  return `${number(rows - openRows(open))} of ${number(rows)}`
}

function speedOf({ perMinute, left }: Pulse): readonly string[] {
  return [
    `${perMinute.toFixed(perMinute < 10 ? 1 : 0)}/min`,
    left === undefined ? 'time left unknown' : `${toDuration(left)} left`,
  ]
}

/** The reasons why a run is held up, in words. */
export function hindrances({ outage, quietFor, waitsUntil }: RunProgress): readonly string[] {
  return [
    ...(outage ? ['no connection'] : quietFor > 0 ? ['throttled'] : []),
    ...(waitsUntil === undefined ? [] : ['creates wait']),
  ]
}

/** The numbers of customers that succeeded and that did not, in words. */
function fewEnds({ ended }: RunProgress): readonly string[] {
  const good = succeeded(ended)
  const all = Object.values(ended).reduce((sum, count) => sum + count, 0)
  return [...(good > 0 ? [`${number(good)} done`] : []), ...(all > good ? [`${number(all - good)} not`] : [])]
}
