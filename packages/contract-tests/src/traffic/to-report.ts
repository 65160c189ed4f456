import type { CaseResult, Report } from '../report/report.ts'
import type { Finding } from './finding.ts'
import { groupFindings } from './render-traffic-report.ts'
import type { TrafficReport } from './verify-har.ts'

/** What a report says beside the findings. */
export interface TrafficReportOptions {
  /** The recording, in words. */
  readonly recording: string
  /** When, in ISO 8601. */
  readonly at: string
  /** Whether additions are failures, too. */
  readonly failOnAdditions: boolean
}

/** The findings of a recording in the form of every report: a case for each thing found, and one for all that was checked. */
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
      ...(unanswered > 0 ? [figure('without an answer', unanswered)] : []),
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
