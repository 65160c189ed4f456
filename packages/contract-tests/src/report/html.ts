import { ways } from '../matrix/slots.ts'
import { escapeHtml as text } from './escape-html.ts'
import type { CaseResult, Report, SlotResult } from './report.ts'
import { style } from './style.ts'

/** Formats a report as a single HTML file, without scripts and network requests. */
export function toHtml(report: Report): string {
  const { title, provider, at, contract } = report
  const failures = [
    ...report.failures,
    ...report.cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name),
  ]
  const verdict = failures.length === 0 ? 'good' : 'bad'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)}: ${text(provider)}</title>
<style>${style}</style>
<header>
<p class="verdict ${verdict}">${failures.length === 0 ? 'Everything holds' : `${failures.length} ${failures.length === 1 ? 'thing is' : 'things are'} wrong`}</p>
<h1>${text(title)}</h1>
<p>${text(provider)}</p>
<p class="quiet">${text(contract.title)} ${text(contract.version)} · <code>${text(contract.hash.slice(0, 12))}</code> · <time datetime="${text(at)}">${text(at.slice(0, 16).replace('T', ' '))} UTC</time></p>
</header>
<main>
${failures.length === 0 ? '' : wrong(report)}
<dl class="figures">
${report.figures.map(({ label, value }) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`).join('\n')}
</dl>
${report.slots.length === 0 ? '' : coverage(report.slots)}
${cases(report.cases)}
</main>
</html>
`
}

function wrong({ failures, cases }: Report): string {
  const failed = cases.filter(({ outcome }) => outcome === 'failed')
  const lines = [...failures.map((failure) => `<li class="failed">${text(failure)}</li>`), ...failed.map(caseItem)]
  return `<section><h2>What is wrong</h2>\n<ul class="cases wrong">\n${lines.join('\n')}\n</ul></section>`
}

function coverage(slots: readonly SlotResult[]): string {
  const operations = [...new Set(slots.map(({ cell }) => cell.operation))]
  return `<section><h2>Coverage</h2>
<p class="legend">${(['shown', 'failed', 'open', 'notExercised', 'outOfReach'] as const).map((outcome) => `<span class="slot ${outcome}">${outcomes[outcome]}</span>`).join(' ')}</p>
${operations.map((operation) => operationTable(operation, slots)).join('\n')}
</section>`
}

const outcomes: Readonly<Record<SlotResult['outcome'], string>> = {
  shown: 'shown',
  failed: 'wrong',
  open: 'not shown',
  notExercised: 'not exercised',
  outOfReach: 'out of reach',
}

function operationTable(operation: string, slots: readonly SlotResult[]): string {
  const own = slots.filter(({ cell }) => cell.operation === operation)
  const demanded = own.filter(({ outcome }) => outcome !== 'outOfReach')
  const shown = demanded.filter(({ outcome }) => outcome === 'shown').length
  const cells = [...new Map(own.map(({ cell }) => [`${cell.kind} ${cell.name} ${cell.status}`, cell])).values()]
  let before = ''
  const rows = cells.map((cell) => {
    const label = cell.kind === 'exchange' ? `printed: ${cell.name.replace(`${operation}.`, '')}` : cell.name
    const marks = own
      .filter(
        (slot) => slot.cell.kind === cell.kind && slot.cell.name === cell.name && slot.cell.status === cell.status,
      )
      .map(slotMark)
      .join(' ')
    const first = cell.status !== before
    before = cell.status
    const code = cell.code === undefined || cell.code === cell.name ? '' : ` <code>${text(cell.code)}</code>`
    return `<tr${first ? ' class="first"' : ''}><th scope="row">${first ? text(cell.status) : ''}</th><td>${breakable(label || 'no body')}${code}</td><td>${marks}</td></tr>`
  })
  return `<details open><summary><h3>${breakable(operation)}</h3><span class="quiet">${shown} of ${demanded.length}</span><meter min="0" max="${demanded.length}" value="${shown}">${shown} of ${demanded.length}</meter></summary>
<table><thead><tr><th scope="col">Status</th><th scope="col">Response</th><th scope="col">Shown</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></details>`
}

/** Allows a name to wrap where one of its words begins. */
function breakable(name: string): string {
  return text(name).replaceAll(/(?<=[a-z])(?=[A-Z])/g, '<wbr>')
}

function slotMark({ way, outcome, by, reason }: SlotResult): string {
  const title = [outcomes[outcome], by ?? reason].filter(Boolean).join(': ')
  return `<span class="slot ${outcome}" title="${text(title)}">${ways[way]}</span>`
}

function cases(all: readonly CaseResult[]): string {
  const groups = [...new Set(all.map(({ group }) => group))]
  const sections = groups.map((group) => {
    const own = all.filter((each) => each.group === group)
    const count = (outcome: CaseResult['outcome']) => own.filter((each) => each.outcome === outcome).length
    const parts = (['passed', 'failed', 'notExercised'] as const)
      .filter((outcome) => count(outcome) > 0)
      .map((outcome) => `${count(outcome)} ${outcome === 'notExercised' ? 'not exercised' : outcome}`)
    return `<details><summary><h3>${text(group)}</h3><span class="quiet">${parts.join(', ')}</span></summary>
<ul class="cases">
${own.map(caseItem).join('\n')}
</ul></details>`
  })
  return all.length === 0 ? '' : `<section><h2>Cases</h2>\n${sections.join('\n')}\n</section>`
}

function caseItem({ name, outcome, reasons, curl }: CaseResult): string {
  const more = [
    ...reasons.map((reason) => `<p>${text(reason)}</p>`),
    ...(curl === undefined || outcome !== 'failed'
      ? []
      : [`<details><summary>Try it</summary><pre>${text(curl)}</pre></details>`]),
  ]
  return `<li class="${outcome}">${text(name)}${more.join('')}</li>`
}
