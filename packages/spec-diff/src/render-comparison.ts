import { type Change, type Comparison, impacts } from './change.ts'

/** Renders a comparison as a text table: impact, place, and change. */
export function renderComparison({ changes, impact }: Comparison): string {
  if (impact === undefined) return 'No changes.'
  const wide = Math.max(...changes.map((change) => whereOf(change).length))
  const rows = changes.map((change) => {
    return `${change.impact.padEnd('breaking'.length)}  ${whereOf(change).padEnd(wide)}  ${change.subject} ${change.what}`
  })
  const counts = impacts.map((each) => [changes.filter((change) => change.impact === each).length, each] as const)
  const sum = counts.filter(([count]) => count > 0).map(([count, each]) => `${count} ${each}`)
  return [...rows, '', `${sum.join(', ')}: ${impact === 'breaking' ? 'not compatible.' : 'compatible.'}`].join('\n')
}

function whereOf({ places }: Change): string {
  const [first = '', ...more] = places
  return more.length === 0 ? first : `${first} and ${more.length} more`
}
