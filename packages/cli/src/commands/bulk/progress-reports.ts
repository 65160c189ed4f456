import type { RunProgress, Schedule } from '@partner-upgrades/bulk'
import type { Session } from '../../session/session.ts'
import { goingOnReport, waitingReport } from './schedule.ts'
import { createPulse, progressLine, progressReport } from './view.ts'

/** Milliseconds between two lines in a pipe, and between two states of the line on a screen. */
const often = { line: 10_000, screen: 200 }

/** Reports the progress of a run: now and then how far it is, and at once what changes its course. */
export function createProgressReports(
  { host, reporter }: Session,
  schedule: Schedule,
  now: () => number,
): (progress: RunProgress) => void {
  const pulseOf = createPulse(now)
  let told = now()
  let shown = Number.NEGATIVE_INFINITY
  let isWaiting = false

  return (progress) => {
    const { waitsUntil } = progress
    if (waitsUntil !== undefined && !isWaiting) reporter.report(waitingReport(progress, waitsUntil, schedule))
    if (waitsUntil === undefined && isWaiting) reporter.report(goingOnReport(progress))
    isWaiting = waitsUntil !== undefined
    if (now() - shown >= often.screen) {
      shown = now()
      reporter.progress(progressLine(progress, pulseOf(progress), host.stdout.columns ?? 80))
    }
    if (now() - told >= often.line) {
      told = now()
      reporter.report(progressReport(progress, pulseOf(progress)))
    }
  }
}
