import type { CaseResult, Report } from '../report/report.ts'
import { groupFindings } from './describe-drift.ts'
import type { Finding } from './finding.ts'
import type { DriftReport } from './verify-har.ts'

/** What a report says beside the findings. */
export interface DriftReportOptions {
  /** The recording, in words. */
  readonly recording: string
  /** When, in ISO 8601. */
  readonly at: string
  /** Whether news are failures, too. */
  readonly failOnNews: boolean
}

/** The findings of a recording in the form of every report: a case for each thing found, and one for all that was checked. */
export function toReport(drift: DriftReport, { recording, at, failOnNews }: DriftReportOptions): Report {
  const { contract, entries, checked, skipped, unanswered, violations, news, unchecked } = drift
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
      figure('news', news.length),
    ],
    slots: [],
    cases: [
      compared,
      ...casesOf('Violations', violations, 'failed'),
      ...casesOf('News', news, failOnNews ? 'failed' : 'passed'),
      ...casesOf('Not in the recording', unchecked, 'notExercised'),
    ],
    failures: [],
  }
}
