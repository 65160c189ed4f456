import {
  createProductUpgradesClient,
  type OperationId,
  type ProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import { CliError } from './cli-error.ts'
import { readCredential } from './credentials/credential.ts'
import { toDuration } from './duration.ts'
import { exitCodes } from './exit-codes.ts'
import type { Session } from './session.ts'
import { readService } from './settings.ts'

const doing: Readonly<Record<OperationId, string>> = {
  checkProductUpgradeEligibility: 'Asking whether the customer can be upgraded',
  createProductUpgrade: 'Creating the upgrade',
  getProductUpgradeStatus: 'Following the upgrade',
}

/**
 * Makes a client of what the environment says.
 *
 * @param interval milliseconds between two looks at an upgrade
 * @throws CliError if the settings or the credentials cannot be used; nothing has been sent.
 */
export async function openClient(session: Session, interval?: number): Promise<ProductUpgradesClient> {
  const options = await readClientOptions(session, interval)
  try {
    return createProductUpgradesClient(options)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CliError(exitCodes.usage, error.message.replace(/^baseUrl/, 'PARTNER_CENTER_BASE_URL'), [
      'For a mock on this machine: PARTNER_CENTER_BASE_URL=http://127.0.0.1:4010',
    ])
  }
}

/**
 * Reads from the environment what a client is made of.
 *
 * @throws CliError if the settings or the credentials cannot be used.
 */
export async function readClientOptions(
  { host, reporter }: Session,
  interval?: number,
): Promise<ProductUpgradesClientOptions> {
  const service = readService(host.env)
  const credential = await readCredential(host.env)
  return {
    ...service,
    // Tokens from the store are for a cloud, whatever stands in front of it.
    ...(typeof credential !== 'string' && { cloud: service.cloud ?? 'global' }),
    credential,
    application: 'partner-upgrades',
    ...(host.clock && { clock: host.clock }),
    ...(interval && { minPollDelay: interval, maxPollDelay: interval }),
    onRequest: ({ operation }) => reporter.wait(doing[operation]),
    onRetry: ({ status, delay }) =>
      reporter.wait(`${status === undefined ? 'No answer' : `Status ${status}`}: trying again in ${toDuration(delay)}`),
  }
}
