import type { Change } from '@partner-upgrades/spec-diff'
import type { Promised } from './promises.ts'

const mostPlaces = 3

/** Formats changes as a Markdown list, the most severe first. */
export function toList(changes: readonly Change[]): string {
  return changes
    .map(({ impact, subject, what, places }) => `- **${impact}** ${placesIn(places)}: ${subject} ${what}`)
    .join('\n')
}

function placesIn(places: readonly string[]): string {
  const shown = places.length > mostPlaces ? places.slice(0, mostPlaces - 1) : places
  const more = places.length > shown.length ? [`${places.length - shown.length} more`] : []
  return [...shown, ...more].join(', ')
}

/** Formats the needed and the promised bump of each package as a Markdown table. */
export function toTable(promises: readonly Promised[]): string {
  const head = ['package', 'released', 'needs', 'promised', '']
  const rows = promises.map(({ name, released, needs, promised, kept }) => [
    name,
    released ?? 'not yet',
    needs,
    promised,
    kept ? '' : '**too little**',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(Math.max(width, 3)))), ...rows.map(line)].join('\n')
}
