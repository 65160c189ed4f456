import type { RunProgress, Schedule } from '@partner-upgrades/bulk'
import { toClientFailure } from '../../errors/client-failure.ts'
import type { Session } from '../../session/session.ts'
import { outageOverReport, outageReport } from './outage.ts'
import { progressLine } from './progress-line.ts'
import { createPulse } from './pulse.ts'
import { goingOnReport, waitingReport } from './schedule.ts'
import { progressReport } from './view.ts'

/** Milliseconds between two lines in a pipe, and between two updates of the line on a screen. */
const often = { line: 10_000, screen: 200 }

/** Reports the progress of a run while it lasts. */
export interface ProgressReports {
  /** Reports the progress if a report is due, and the start and end of outages and waits at once. */
  tell(progress: RunProgress): void
  /** Resolves once everything is reported. */
  end(): Promise<void>
}

/** Creates the reports of a run: its progress at intervals, and outages and waits at once. */
export function createProgressReports(
  { host, reporter }: Session,
  schedule: Schedule,
  now: () => number,
): ProgressReports {
  const pulseOf = createPulse(now)
  let told = now()
  let shown = Number.NEGATIVE_INFINITY
  let isWaiting = false
  let isOutage = false
  let telling: Promise<void> = Promise.resolve()

  function tellOfOutage({ outage, outageCause }: RunProgress): void {
    if (outage === isOutage) return
    isOutage = outage
    telling = telling.then(async () => {
      if (!outage) return reporter.report(outageOverReport())
      const { message } = await toClientFailure(outageCause, false)
      reporter.report(outageReport(message))
    })
  }

  function tell(progress: RunProgress): void {
    tellOfOutage(progress)
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

  return { tell, end: () => telling }
}
