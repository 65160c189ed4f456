// Creates an upgrade for each of some customers, as documented: the caller has stored the request IDs, and calls `ensure`
// with them after a crash. Prints a line for each customer.
import {
  createProductUpgradesClient,
  isPartnerCenterError,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import { createIdempotencyFiles } from '@partner-upgrades/client/node'

interface Input {
  readonly client: ProductUpgradesClientOptions
  readonly customers: readonly {
    readonly customerId: string
    readonly requestId: string
    readonly how: 'create' | 'ensure'
  }[]
  /** Whether other processes do the same at the same time. */
  readonly shared: boolean
}

const { client, customers, shared }: Input = JSON.parse(process.argv[2] ?? '')
const upgrades = createProductUpgradesClient({
  ...client,
  ...(shared && {
    idempotency: createIdempotencyFiles({ purpose: 'a test', ...(client.settleFor && { keep: client.settleFor }) }),
  }),
})

await Promise.all(
  customers.map(async ({ customerId, requestId, how }) => {
    try {
      const { upgradeId } = await upgrades[how]({ customerId, productFamily: 'Azure' }, { requestId })
      console.log(JSON.stringify({ customerId, upgradeId }))
    } catch (error) {
      if (!isPartnerCenterError(error)) throw error
      const status = error.name === 'FaultError' ? error.status : undefined
      console.log(JSON.stringify({ customerId, error: error.name, status, message: error.message }))
    }
  }),
)
