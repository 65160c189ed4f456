import { systemClock } from '@partner-upgrades/client'
import type { WorkEvent } from '@partner-upgrades/fleet'
import type { Session } from '../../../session/session.ts'
import { number } from '../../bulk/counts.ts'
import { heldReport, lostReport, progressReport } from './view.ts'

/** Milliseconds between two progress lines. */
const often = 10_000

/** Reports the events of a worker. */
export interface WorkReports {
  /** Reports holds and a lost database at once, and progress at intervals. */
  tell(event: WorkEvent): void
}

/** Creates the reports of a worker. */
export function createWorkReports({ host, reporter }: Session): WorkReports {
  const { now } = host.clock ?? systemClock
  let done = 0
  let told = now()
  let isLost = false

  return {
    tell(event) {
      if (event.is === 'held') return reporter.report(heldReport(event))
      if (event.is === 'disconnected') {
        // The event repeats for as long as the database is lost.
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
