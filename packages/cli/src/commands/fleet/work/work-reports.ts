import { systemClock } from '@partner-upgrades/client'
import type { WorkEvent } from '@partner-upgrades/fleet'
import type { Session } from '../../../session/session.ts'
import { number } from '../../bulk/counts.ts'
import { heldReport, lostReport, progressReport } from './view.ts'

/** Milliseconds between two lines about progress. */
const often = 10_000

/** Reports what a worker does. */
export interface WorkReports {
  /** Reports at once what holds it up, and now and then how much it has done. */
  tell(event: WorkEvent): void
}

/** Begins to report. */
export function createWorkReports({ host, reporter }: Session): WorkReports {
  const { now } = host.clock ?? systemClock
  let done = 0
  let told = now()
  let isLost = false

  return {
    tell(event) {
      if (event.is === 'held') return reporter.report(heldReport(event))
      if (event.is === 'disconnected') {
        // It is told again and again for as long as it lasts.
        if (!isLost) reporter.report(lostReport(event.reason))
        isLost = true
        return
      }
      isLost = false
      done++
      reporter.progress(`Working: ${number(done)} steps`)
      if (now() - told < often) return
      told = now()
      reporter.report(progressReport(done))
    },
  }
}
