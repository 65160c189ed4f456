import type { Progress, RunProgress } from '@partner-upgrades/bulk'
import type { ExitCode } from '../../../process/exit-codes.ts'
import type { Session } from '../../../session/session.ts'
import { type NoticeEvent, toNotice } from './notice.ts'
import { postToWebhook, readWebhook } from './webhook.ts'

/** Tells a webhook of the standstills and the end of a run. That it cannot be told changes nothing about the run. */
export interface Notifier {
  /** Notes how far the run is, and tells of an outage when it begins. */
  progress(progress: Progress & Partial<Pick<RunProgress, 'outage'>>): void
  /** Tells of the end. Resolves when everything is told, or could not be; does nothing if the run never began. */
  end(event: NoticeEvent, exitCode: ExitCode, error?: string): Promise<void>
}

/**
 * Makes the notifier of a run: for `--notify`, or else the address in `PARTNER_CENTER_NOTIFY`.
 *
 * @throws CliError if the address cannot be used.
 */
export function createNotifier({ host, reporter }: Session, option: string | undefined, dryRun: boolean): Notifier {
  const variable = host.env.PARTNER_CENTER_NOTIFY
  const address = option ?? variable
  if (!address) return { progress: () => {}, end: async () => {} }
  const url = readWebhook(address, option === undefined ? 'PARTNER_CENTER_NOTIFY' : '--notify')
  let latest: Progress | undefined
  let isOutage = false
  // One after the other, so that the end comes last.
  let telling: Promise<void> = Promise.resolve()

  function tell(
    event: NoticeEvent,
    progress: Progress,
    rest: { readonly exitCode?: ExitCode; readonly error?: string },
  ) {
    const at = new Date(host.clock?.now() ?? Date.now()).toISOString()
    const notice = toNotice(event, progress, { at, dryRun, ...rest })
    telling = telling
      .then(() => postToWebhook(url, notice))
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        reporter.note([`The webhook at ${url.host} was not notified: ${why}. The run is not affected.`])
      })
  }

  return {
    progress(progress) {
      latest = progress
      if (progress.outage && !isOutage) tell('outage', progress, {})
      isOutage = progress.outage ?? false
    },
    async end(event, exitCode, error) {
      if (latest) tell(event, latest, { exitCode, ...(error && { error }) })
      await telling
    },
  }
}
