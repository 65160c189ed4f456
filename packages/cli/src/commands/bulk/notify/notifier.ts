import type { Progress, RunProgress } from '@partner-upgrades/bulk'
import type { ExitCode } from '../../../process/exit-codes.ts'
import type { Session } from '../../../session/session.ts'
import { type NoticeEvent, toNotice } from './notice.ts'
import { postToWebhook, readWebhook } from './webhook.ts'

/** Notifies a webhook of outages and of the end of a run. A failed notification does not affect the run. */
export interface Notifier {
  /** Records the progress, and notifies of an outage when it begins. */
  progress(progress: Progress & Partial<Pick<RunProgress, 'outage'>>): void
  /** Notifies of the end, and resolves once all notifications were sent or have failed. Does nothing if the run never began. */
  end(event: NoticeEvent, exitCode: ExitCode, error?: string): Promise<void>
}

/**
 * Creates the notifier of a run, for the address in `--notify`, or else in `PARTNER_CENTER_NOTIFY`.
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
  // Sends one notification after the other, so that the end comes last.
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
