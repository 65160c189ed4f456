import type { CaseResult, Report } from '../report/report.ts'
import type { Finding } from './finding.ts'
import { groupFindings } from './render-traffic-report.ts'
import type { TrafficReport } from './verify-har.ts'

/** The options of `toReport`. */
export interface TrafficReportOptions {
  /** The name of the recording. */
  readonly recording: string
  /** The time of the report, in ISO 8601. */
  readonly at: string
  /** Whether additions count as failures, too. */
  readonly failOnAdditions: boolean
}

/** Converts the findings of a recording into a report: one case per finding, and one for the comparison as a whole. */
export function toReport(traffic: TrafficReport, { recording, at, failOnAdditions }: TrafficReportOptions): Report {
  const { contract, entries, checked, skipped, unanswered, violations, additions, unchecked } = traffic
  const casesOf = (group: string, findings: readonly Finding[], outcome: CaseResult['outcome']) =>
    groupFindings(findings).map(
      ({ where, what }): CaseResult => ({ name: where, group, outcome, reasons: [what], milliseconds: 0 }),
    )
  const compared: CaseResult = {
    name: 'the recording holds traffic of this API, and it was compared with the contract',
    group: 'The recording',
    outcome: 'passed',
    reasons: [],
    milliseconds: 0,
  }
  const figure = (label: string, value: number | string) => ({ label, value: value.toLocaleString('en-US') })
  return {
    title: 'Recorded traffic',
    provider: recording,
    at,
    contract,
    figures: [
      figure('entries checked', `${checked} of ${entries}`),
      ...(skipped > 0 ? [figure('of other APIs, skipped', skipped)] : []),
      ...(unanswered > 0 ? [figure('without a response', unanswered)] : []),
      figure('violations', violations.length),
      figure('additions', additions.length),
    ],
    slots: [],
    cases: [
      compared,
      ...casesOf('Violations', violations, 'failed'),
      ...casesOf('Additions', additions, failOnAdditions ? 'failed' : 'passed'),
      ...casesOf('Not in the recording', unchecked, 'notExercised'),
    ],
    failures: [],
  }
}
