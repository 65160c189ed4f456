import type { ProductUpgradesClient, UpgradeReference } from '@partner-upgrades/client'
import { CliError } from '../cli-error.ts'
import { exitCodes } from '../exit-codes.ts'
import { isGuid } from '../guid.ts'
import type { MemoryFile, Subject } from '../state/memory-file.ts'

/**
 * The upgrade that is meant: the one named, or else the one remembered, or else the one that Partner Center has of the customer.
 *
 * @throws CliError if there is none.
 */
export async function findUpgrade(
  client: ProductUpgradesClient,
  subject: Subject,
  upgradeId: string | undefined,
  memory: MemoryFile,
  signal: AbortSignal,
): Promise<UpgradeReference> {
  if (upgradeId) return { ...subject, upgradeId }
  const { upgrade } = memory.read()
  if (upgrade) return upgrade
  const { customerId, productFamily } = subject
  const answer = await client.checkEligibility({ customerId, productFamily }, { signal })
  if (isGuid(answer.upgradeId)) return { ...subject, upgradeId: answer.upgradeId }
  throw new CliError(exitCodes.failed, `Customer ${customerId} has no upgrade to ${productFamily}.`, [
    `Create one: partner-upgrades upgrade ${customerId}`,
  ])
}
