import { openRows, type Progress } from '@partner-upgrades/bulk'
import type { ExitCode } from '../../../process/exit-codes.ts'
import { endsOf, number } from '../counts.ts'

/**
 * The events that a webhook is notified of: the run has ended (`done`), reached its limit (`batchDone`) or was interrupted (`interrupted`),
 * no request gets through and the run keeps trying (`outage`), or an error ended the run (`failed`).
 */
export type NoticeEvent = 'done' | 'batchDone' | 'interrupted' | 'outage' | 'failed'

/** The document posted to a webhook: numbers only, without names, IDs, paths and texts from the service. */
export interface Notice {
  /** One sentence, in the field that chat services display. */
  readonly text: string
  /** The event that happened. */
  readonly event: NoticeEvent
  /** The time of the event, as ISO 8601 in UTC. */
  readonly at: string
  /** The exit code of the command; absent while it runs. */
  readonly exitCode?: ExitCode
  /** The name of the error that ended the run, such as `StoppedError`. */
  readonly error?: string
  /** Whether it is a dry run. */
  readonly dryRun: boolean
  /** How many customers the list has. */
  readonly rows: number
  /** Customers who are not settled, by stage. */
  readonly open: Progress['open']
  /** Customers who are settled, by outcome. */
  readonly ended: Progress['ended']
}

const words: Readonly<Record<NoticeEvent, string>> = {
  done: 'done',
  batchDone: 'batch done',
  interrupted: 'interrupted',
  outage: 'no request gets through, retrying',
  failed: 'stopped by an error',
}

/** Builds the notice of an event. */
export function toNotice(
  event: NoticeEvent,
  { rows, open, ended }: Progress,
  rest: Pick<Notice, 'at' | 'dryRun' | 'exitCode' | 'error'>,
): Notice {
  const unsettled = openRows(open)
  const counts = [...endsOf(ended), ...(unsettled > 0 ? [`${number(unsettled)} open`] : [])].join(', ')
  return { text: `partner-upgrades bulk: ${words[event]}; ${counts}`, event, ...rest, rows, open, ended }
}
