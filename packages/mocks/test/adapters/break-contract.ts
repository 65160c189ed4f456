import { createPartnerCenterMock } from '../../src/core.ts'
import { customerId, upgradeId } from '../partner-center.ts'
import type { Reach } from './reach.ts'

/** How a response that violates the contract is reported. */
export interface Breach {
  /** The text that the caller gets. */
  readonly told: string
  /** The message of `assertContract`. */
  readonly asserted: string
}

/** Violates the contract on purpose, by an override. */
export async function breakContract(reach: Reach): Promise<Breach> {
  const mock = createPartnerCenterMock()
  // Values of the right types with the wrong content, which no compiler can detect.
  const lineItems = [{ status: 'Completed', upgradedDate: 'yesterday' }]
  const body = { id: upgradeId, status: 'Completed', lineItems }
  mock.override({ getProductUpgradeStatus: () => ({ status: 200, body }) })
  const { fetch, baseUrl, close } = await reach(mock)
  const call = fetch(`${baseUrl}/v1/productUpgrades/${upgradeId}/status`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
  const told = await call.then((response) => response.text(), messageOf)
  await close()
  return { told, asserted: assertion(() => mock.assertContract()) }
}

function assertion(run: () => void): string {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return messageOf(error)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
