import { openRows, type Progress } from '@partner-upgrades/bulk'
import type { ExitCode } from '../../../process/exit-codes.ts'
import { endsOf, number } from '../counts.ts'

/**
 * What a webhook is told of: the run has ended (`done`), its limit is reached (`batchDone`), it was interrupted (`interrupted`), nothing gets
 * through and it tries on (`outage`), or it gave up (`failed`).
 */
export type NoticeEvent = 'done' | 'batchDone' | 'interrupted' | 'outage' | 'failed'

/** What a webhook is told: numbers only, no name, ID, path or text of the service. */
export interface Notice {
  /** One sentence, under the name that chat services show. */
  readonly text: string
  /** What happened. */
  readonly event: NoticeEvent
  /** When, in ISO 8601 in UTC. */
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
  outage: 'no request gets through, trying on',
  failed: 'stopped by an error',
}

/** Writes a notice. */
export function toNotice(
  event: NoticeEvent,
  { rows, open, ended }: Progress,
  rest: Pick<Notice, 'at' | 'dryRun' | 'exitCode' | 'error'>,
): Notice {
  const unsettled = openRows(open)
  const counts = [...endsOf(ended), ...(unsettled > 0 ? [`${number(unsettled)} open`] : [])].join(', ')
  return { text: `partner-upgrades bulk: ${words[event]}; ${counts}`, event, ...rest, rows, open, ended }
}
