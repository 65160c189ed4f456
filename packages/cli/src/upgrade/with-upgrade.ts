import { isFault, type ProductUpgradesClient, type UpgradeReference } from '@partner-upgrades/client'
import { CliError } from '../cli-error.ts'
import { exitCodes } from '../exit-codes.ts'
import { isGuid } from '../guid.ts'
import type { MemoryFile, Subject } from '../state/memory-file.ts'

/**
 * Works with the upgrade that is meant: the one named, or else the one remembered, or else the one that Partner Center has of the customer.
 *
 * @throws CliError if there is none.
 */
export async function withUpgrade<T>(
  client: ProductUpgradesClient,
  subject: Subject,
  upgradeId: string | undefined,
  memory: MemoryFile,
  signal: AbortSignal,
  work: (upgrade: UpgradeReference) => Promise<T>,
): Promise<T> {
  if (upgradeId) return work({ ...subject, upgradeId })
  const { upgrade, ...rest } = memory.read()
  try {
    if (upgrade) return await work(upgrade)
  } catch (error) {
    if (!isGone(error)) throw error
    memory.write(rest)
  }
  const { customerId, productFamily } = subject
  const answer = await client.checkEligibility({ customerId, productFamily }, { signal })
  if (isGuid(answer.upgradeId)) return work({ ...subject, upgradeId: answer.upgradeId })
  throw new CliError(exitCodes.failed, `Customer ${customerId} has no upgrade to ${productFamily}.`, [
    `Create one: partner-upgrades upgrade ${customerId}`,
  ])
}

/** Whether Partner Center does not know an upgrade, such as one from another life of a mock. */
export function isGone(error: unknown): boolean {
  return isFault(error, 'getProductUpgradeStatus') && ['900106', '900111'].includes(error.code)
}
