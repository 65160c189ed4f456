import { isFault, type ProductUpgradesClient, readEligibility, type UpgradeReference } from '@partner-upgrades/client'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { StateFile, Subject } from '../state/state-file.ts'

/**
 * Works with an upgrade of the customer: the one named, or else the one stored, or else the one that Partner Center reports.
 *
 * @throws CliError if there is none.
 */
export async function withUpgrade<T>(
  client: ProductUpgradesClient,
  subject: Subject,
  upgradeId: string | undefined,
  stateFile: StateFile,
  signal: AbortSignal,
  work: (upgrade: UpgradeReference) => Promise<T>,
): Promise<T> {
  if (upgradeId) return work({ ...subject, upgradeId })
  const { upgrade, ...rest } = await stateFile.read()
  try {
    if (upgrade) return await work(upgrade)
  } catch (error) {
    if (!isGone(error)) throw error
    await stateFile.write(rest)
  }
  const { customerId, productFamily } = subject
  const answer = await client.checkEligibility({ customerId, productFamily }, { signal })
  const found = readEligibility(answer).upgradeId
  if (found) return work({ ...subject, upgradeId: found })
  throw new CliError(exitCodes.failed, `Customer ${customerId} has no upgrade to ${productFamily}.`, [
    `Create one: partner-upgrades upgrade ${customerId}`,
  ])
}

/** Whether Partner Center does not know an upgrade, such as one from before a restart of a mock. */
export function isGone(error: unknown): boolean {
  return isFault(error, 'getProductUpgradeStatus') && ['900106', '900111'].includes(error.code)
}
