import type { Finding } from './finding.ts'
import type { TrafficReport } from './verify-har.ts'

/** Formats a report for a terminal. */
export function renderTrafficReport(report: TrafficReport): string {
  const { contract, checked, entries, skipped, unanswered, violations, additions, unchecked } = report
  const parts = [
    `${contract.title} ${contract.version}: ${checked} of ${count(entries, 'entry', 'entries')} checked`,
    ...(skipped > 0 ? [`${skipped} of other APIs skipped`] : []),
    ...(unanswered > 0 ? [`${unanswered} without a response`] : []),
  ]
  return [
    parts.join(', '),
    ...section('Violations', violations),
    ...section('Additions', additions),
    ...section('Not in the recording', unchecked),
    '',
    `${count(violations.length, 'violation', 'violations')}, ${count(additions.length, 'addition', 'additions')}`,
  ].join('\n')
}

function section(title: string, findings: readonly Finding[]): readonly string[] {
  return findings.length === 0
    ? []
    : ['', title, ...groupFindings(findings).map(({ where, what }) => `  ${where} ${what}`)]
}

/** Describes findings; those that differ only in their entries or list positions are described once. */
export function groupFindings(
  findings: readonly Finding[],
): readonly { readonly where: string; readonly what: string }[] {
  const groups = new Map<string, { readonly first: Finding; count: number }>()
  for (const finding of findings) {
    const { operation, pointer, message } = finding
    const key = JSON.stringify([operation, pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), message])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: finding, count: 1 })
    else group.count++
  }
  return [...groups.values()].map(({ first: { entry, operation, pointer, message }, count: times }) => {
    const more = times > 1 ? ` (and ${times - 1} more like it)` : ''
    const where = `entry ${entry}${operation === undefined ? '' : `, ${operation}`}: ${pointer}`
    return { where: printable(where), what: printable(message + more) }
  })
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

/** Removes control characters: an untrusted recording must not control the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD')
}
