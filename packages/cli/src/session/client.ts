import {
  createProductUpgradesClient,
  type IdempotencyStore,
  type ProductUpgradesClient,
  type ProductUpgradesClientOptions,
  type RequestName,
} from '@partner-upgrades/client'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import { toDuration } from '../terminal/duration.ts'
import { readCredential } from './credential.ts'
import { openNetwork } from './network.ts'
import { readService } from './service.ts'
import type { Session } from './session.ts'
import { settlingReport } from './settling-view.ts'

/** The settings that a command adds to those of the environment. */
export interface ClientSettings {
  /** Milliseconds between two polls of an upgrade. */
  readonly interval?: number
  /** Milliseconds for one attempt. */
  readonly timeout?: number
  /** Milliseconds to look for the upgrade of a create in doubt before sending it again. */
  readonly settleFor?: number
  /** The store for the request IDs of creates. */
  readonly idempotency?: IdempotencyStore
}

/** The purpose of a request for the progress line; commands that send many of a kind have their own. */
const doing: Readonly<Partial<Record<RequestName, string>>> = {
  checkProductUpgradeEligibility: 'Checking eligibility',
  createProductUpgrade: 'Creating the upgrade',
  getProductUpgradeStatus: 'Following the upgrade',
}

/**
 * Creates a client with the settings of the environment.
 *
 * @throws CliError if the settings or the credentials cannot be used; nothing has been sent.
 */
export async function openClient(session: Session, given: ClientSettings = {}): Promise<ProductUpgradesClient> {
  const options = await readClientOptions(session, given)
  try {
    return createProductUpgradesClient(options)
  } catch (error) {
    throw toUsageError(error)
  }
}

/** Makes an error about a client option name the environment variable; returns any other error unchanged. */
export function toUsageError(error: unknown): unknown {
  if (!(error instanceof TypeError)) return error
  return new CliError(exitCodes.usage, error.message.replace(/^baseUrl/, 'PARTNER_CENTER_BASE_URL'), [
    'For a mock on this machine: PARTNER_CENTER_BASE_URL=http://127.0.0.1:4010',
  ])
}

/**
 * Reads the options of a client from the environment.
 *
 * @throws CliError if the settings or the credentials cannot be used.
 */
export async function readClientOptions(
  { host, reporter }: Session,
  { interval, timeout, settleFor, idempotency }: ClientSettings = {},
): Promise<ProductUpgradesClientOptions> {
  await openNetwork(host)
  const service = readService(host.env)
  const credential = await readCredential(host.env)
  return {
    ...service,
    // Tokens from the store are for one cloud, even if there is a proxy in front of it.
    ...(typeof credential !== 'string' && { cloud: service.cloud ?? 'global' }),
    credential,
    application: 'partner-upgrades',
    ...(host.clock && { clock: host.clock }),
    ...(interval && { minPollDelay: interval, maxPollDelay: interval }),
    ...(timeout && { timeout }),
    ...(settleFor && { settleFor }),
    ...(idempotency && { idempotency }),
    onRequest({ operation }) {
      const text = doing[operation]
      if (text) reporter.progress(text)
    },
    onRetry: ({ status, delay }) =>
      reporter.progress(`${status === undefined ? 'No response' : `Status ${status}`}: retry in ${toDuration(delay)}`),
    onSettle(event) {
      if (event.waited < 1) reporter.report(settlingReport(event))
      reporter.progress(`Looking for the upgrade again in ${toDuration(event.delay)}`)
    },
  }
}
