import type { KnownFault } from './catalogue.ts'
import type { Words } from './words.ts'

/** Shows a fault of the catalogue in one language. The catalogue's own sentences are English. */
export function FaultCard({ fault, words }: { readonly fault: KnownFault; readonly words: Words }) {
  const moments = Object.entries(words.operation).filter(([operation]) => operation in fault.operations)
  const blanks = fault.text.replace(/\{(\d+)\}/g, (_, index) => `[${fault.parameters[Number(index)]}]`)
  return (
    <article data-actor={fault.actor}>
      <p className="code">{fault.code}</p>
      <h2>{words.actor[fault.actor]}</h2>
      <p className="retry">{words.retry[fault.retry]}</p>
      <h3>{words.meaning}</h3>
      <p>{words.status[fault.status] ?? `HTTP ${fault.status}`}</p>
      <p>{words.moments}</p>
      <ul>
        {moments.map(([operation, moment]) => (
          <li key={operation}>{moment}</li>
        ))}
      </ul>
      <h3>{words.remedy}</h3>
      <p lang="en">{fault.remedy}</p>
      <h3>{words.original}</h3>
      <blockquote lang="en">{blanks}</blockquote>
      <p className="evidence">{words.evidence[fault.evidence.level]}</p>
    </article>
  )
}
