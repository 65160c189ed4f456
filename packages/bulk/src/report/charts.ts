import { type Html, html, trusted } from './html.ts'
import { count, outcomeWords, share, time } from './labels.ts'
import type { Sum } from './summary.ts'
import type { Spans } from './timeline.ts'

const width = 1_000
/** The minimum width at which a part is visible. */
const leastPart = 4

/** Draws the outcomes as parts of one bar, with a legend in words. */
export function outcomeChart(counts: Sum['counts'], rows: number): Html {
  const order = Object.keys(outcomeWords)
  const shown = [...counts.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const widths = shown.map((outcome) => Math.max(leastPart, (width * (counts.get(outcome) ?? 0)) / Math.max(1, rows)))
  const scale = width / widths.reduce((sum, each) => sum + each, 0)
  let left = 0
  const parts = shown.map((outcome, index) => {
    const x = left
    const w = (widths[index] ?? 0) * scale
    left += w
    return html`<rect class="fill-${outcome}" x="${x.toFixed(1)}" y="0" width="${w.toFixed(1)}" height="28"><title>${outcomeWords[outcome].name}: ${count(counts.get(outcome) ?? 0)}</title></rect>`
  })
  const legend = shown.map((outcome) => {
    const { name, means } = outcomeWords[outcome]
    const number = counts.get(outcome) ?? 0
    return html`<li><span class="dot bg-${outcome}"></span><b>${count(number)}</b> ${name} <i>${share(number, rows)}</i><small>${means}</small></li>`
  })
  return html`<svg class="bar" viewBox="0 0 ${width} 28" preserveAspectRatio="none" role="img" aria-label="Customers by outcome">${parts}</svg>
<ul class="legend">${legend}</ul>`
}

const height = 220

/** Draws the number of settled customers and created upgrades over time. */
export function courseChart({ ends, creates, facts, startedAt, endedAt }: Sum): Html | undefined {
  if (!ends || facts.customers < 2) return undefined
  const from = Math.min(ends.start, creates?.start ?? ends.start)
  const until = Math.max(endOf(ends), creates ? endOf(creates) : 0)
  const most = facts.customers
  const toPath = (spans: Spans): string => {
    let sum = 0
    const points = spans.counts.map((each, index): string => {
      sum += each
      const x = (width * (spans.start + (index + 1) * spans.width - from)) / Math.max(1, until - from)
      return `L${x.toFixed(1)} ${(height - (height * sum) / most).toFixed(1)}`
    })
    const begin = (width * (spans.start - from)) / Math.max(1, until - from)
    return `M${begin.toFixed(1)} ${height} ${points.join(' ')} L${width} ${(height - (height * sum) / most).toFixed(1)}`
  }
  const settled = toPath(ends)
  const lines = [0.25, 0.5, 0.75].map(
    (part) => html`<line class="grid" x1="0" x2="${width}" y1="${height * part}" y2="${height * part}"/>`,
  )
  const created = creates && html`<path class="line created" d="${trusted(toPath(creates))}"/>`
  return html`<figure><figcaption><span><i class="key settled"></i> customers settled</span> ${creates && html`<span><i class="key created"></i> upgrades created</span>`}</figcaption>
<div class="scale"><span>${count(most)}</span></div>
<svg class="course" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Customers settled and upgrades created over time">${lines}
<path class="area" d="${trusted(`${settled} L${width} ${height} Z`)}"/><path class="line settled" d="${trusted(settled)}"/>${created}</svg>
<div class="times"><span>${time(startedAt ?? from)}</span><span>${time(endedAt ?? until)}</span></div></figure>`
}

function endOf({ start, width: length, counts }: Spans): number {
  return start + length * counts.length
}
