import type { CaseResult, Report } from './report.ts'

/** Formats a report as JUnit XML for continuous integration: one suite per group, one test case per case. */
export function toJunit({ title, cases, failures, at }: Report): string {
  const groups = [...new Set(cases.map(({ group }) => group))]
  const whole: CaseResult[] = failures.map((failure) => {
    return { name: failure, group: 'the run', outcome: 'failed', reasons: [failure], milliseconds: 0 }
  })
  const suites = groups.map((group) =>
    suite(
      group,
      cases.filter((each) => each.group === group),
      at,
    ),
  )
  const all = [...cases, ...whole]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(title)}" ${counts(all)}>`,
    ...suites,
    ...(whole.length === 0 ? [] : [suite('the run', whole, at)]),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(name: string, cases: readonly CaseResult[], at: string): string {
  const lines = cases.map((each) => {
    const head = `    <testcase classname="${escapeXml(name)}" name="${escapeXml(each.name)}" time="${seconds(each.milliseconds)}"`
    if (each.outcome === 'passed') return `${head}/>`
    const [first = ''] = each.reasons
    const text = [...each.reasons, ...(each.curl === undefined ? [] : [each.curl])].join('\n')
    const element =
      each.outcome === 'failed'
        ? `<failure message="${escapeXml(first)}">${escapeXml(text)}</failure>`
        : `<skipped message="${escapeXml(first)}"/>`
    return `${head}>\n      ${element}\n    </testcase>`
  })
  return [
    `  <testsuite name="${escapeXml(name)}" ${counts(cases)} timestamp="${at}">`,
    ...lines,
    '  </testsuite>',
  ].join('\n')
}

function counts(cases: readonly CaseResult[]): string {
  const count = (outcome: CaseResult['outcome']) => cases.filter((each) => each.outcome === outcome).length
  const time = seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  return `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('notExercised')}" time="${time}"`
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3)

/** XML 1.0 has no way to write control characters: they are left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
