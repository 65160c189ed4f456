import { lineItemText } from '../results/line-items.ts'
import type { RecordedLineItem } from '../store/journal-entry.ts'
import { courseChart, outcomeChart } from './charts.ts'
import { type Html, html, trusted } from './html.ts'
import { actorWords, count, outcomeWords, share, span, time } from './labels.ts'
import { style } from './style.ts'
import type { ReasonGroup, Sum } from './summary.ts'

/** Renders the HTML report as one self-contained file. */
export function toHtml(sum: Sum): string {
  const { facts } = sum
  const title = `Product upgrades: ${facts.list}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body><main>
<h1>${title}</h1>
${lead(sum)}
<section><h2>Outcomes</h2>${outcomeChart(sum.counts, facts.customers)}</section>
${course(sum)}
${reasons(sum)}
${table(sum)}
<section><h2>The run</h2>${run(sum)}</section>
</main></body>
</html>
`.html
}

function lead({ facts, counts, attention, again }: Sum): Html {
  const of = (outcome: Parameters<Sum['counts']['get']>[0]): number => counts.get(outcome) ?? 0
  const good = facts.dryRun ? of('eligible') : of('completed')
  const verb = facts.dryRun ? 'can be upgraded' : facts.customers === 1 ? 'has been upgraded' : 'have been upgraded'
  const who = facts.customers === 1 ? 'customer' : 'customers'
  const open = of('open')
  const first =
    good === facts.customers
      ? `All ${count(good)} ${who} ${verb}.`
      : `${count(good)} of ${count(facts.customers)} ${who} ${verb}${open > 0 ? ' so far' : ''}.`
  const rerun = again === attention ? (again === 1 ? 'it' : 'all') : count(again)
  const help = again > 0 ? html`; ${rerun} can be run again with <code>--only-failed</code>` : undefined
  const already = of('upgraded')
  const unsettled = open > 0 ? `${count(open)} ${open === 1 ? 'is' : 'are'} not settled yet. ` : ''
  const before = already > 0 ? `${count(already)} ${already === 1 ? 'has' : 'have'} an upgrade already. ` : ''
  const then =
    attention === 0
      ? `${before}${unsettled || 'Nothing is left to do.'}`
      : html`${before}${unsettled}${count(attention)} ${attention === 1 ? 'needs' : 'need'} attention${help}.`
  return html`<p class="lead">${first}</p><p class="after">${then}</p>`
}

function course(sum: Sum): Html | undefined {
  const chart = courseChart(sum)
  const { took } = sum
  const rate =
    took &&
    html`<small>Half of the upgrades took less than ${span(took.half)}, nine in ten less than ${span(took.most)}.</small>`
  return chart && html`<section><h2>Progress over time ${rate}</h2>${chart}</section>`
}

function reasons({ reasons: groups, attention }: Sum): Html | undefined {
  if (groups.length === 0) return undefined
  const shown = groups.slice(0, 20)
  const rest = groups.length - shown.length
  return html`<section><h2>Reasons</h2>${shown.map((group) => reason(group, attention))}${rest > 0 ? html`<p class="who">And ${count(rest)} more reasons, each rarer than these.</p>` : undefined}</section>`
}

function reason({ outcome, count: number, text, code, actor, remedy }: ReasonGroup, attention: number): Html {
  const width = Math.max(0.5, (100 * number) / Math.max(1, attention)).toFixed(1)
  const who = actor && html`<p class="who"><b>${actorWords[actor]}</b> ${remedy}</p>`
  return html`<div class="reason"><b>${count(number)}</b> <span class="tag"><span class="dot bg-${outcome}"></span>${outcomeWords[outcome].name}</span> ${code ? html`<span class="tag">${code}</span>` : undefined}
<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${share(number, attention)} of those that need attention"><rect class="track" width="100" height="6"/><rect class="fill-${outcome}" width="${width}" height="6"/></svg>
<p>${text}</p>${who}</div>`
}

function table({ rows, attention }: Sum): Html | undefined {
  if (rows.length === 0) return undefined
  const more =
    attention > rows.length
      ? `The first ${count(rows.length)} of ${count(attention)}; all are in the CSV file.`
      : undefined
  const lines = rows.map(
    ({ line, name, customerId, outcome, reason, requestId, lineItems, lineItemsLeftOut = 0 }) => html`<tr>
<td>${line}</td><td>${name ? html`${name}<br>` : undefined}<code>${customerId}</code></td><td><span class="dot bg-${outcome}"></span>${outcomeWords[outcome].name}</td><td>${reason?.text}${notMoved(lineItems, lineItemsLeftOut)}${requestId ? html`<br><small>Request ID <code>${requestId}</code></small>` : undefined}</td></tr>`,
  )
  return html`<section><h2>Customers that need attention ${more && html`<small>${more}</small>`}</h2><div class="wide"><table><thead><tr><th>Line</th><th>Customer</th><th>Outcome</th><th>Reason</th></tr></thead><tbody>${lines}</tbody></table></div></section>`
}

/** Lists the products that an upgrade did not move. */
function notMoved(items: readonly RecordedLineItem[] = [], leftOut: number): Html | undefined {
  if (items.length === 0) return undefined
  const more = leftOut > 0 ? html`<li>and ${count(leftOut)} more, in the CSV file</li>` : undefined
  return html`<ul class="items">${items.map((item) => html`<li>${lineItemText(item)}</li>`)}${more}</ul>`
}

function run({ facts, counts, startedAt, endedAt, requests, throttled, items }: Sum): Html {
  const entries: readonly (readonly [string, string])[] = [
    ['List', `${facts.list}, ${count(facts.customers)} customers`],
    ...(facts.notes ?? []).map((note) => ['Note', note] as const),
    ['SHA-256 of the list', facts.sha256],
    ['Service', facts.service],
    ...(facts.dryRun ? [['Kind', 'Dry run: eligibility was checked, nothing was created'] as const] : []),
    ['From', time(startedAt)],
    ['To', time(endedAt)],
    ...(counts.has('open') ? [['As of', time(facts.writtenAt)] as const] : []),
    ...(items.moved + items.failed > 0
      ? [['Products', `${count(items.moved)} moved, ${count(items.failed)} not moved`] as const]
      : []),
    ['HTTP requests', `${count(requests)}, ${count(throttled)} of them throttled`],
  ]
  return html`<dl>${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
