import type { Upgrade } from './upgrade.ts'

/** The upgrades of the service, indexed by ID and by customer. */
export interface UpgradeStore {
  /** Adds an upgrade, which becomes its customer's latest. */
  add(upgrade: Upgrade): void
  /** The upgrade with this ID; case does not matter. */
  byId(id: string): Upgrade | undefined
  /** The latest upgrade of a customer to a product family; case does not matter. */
  latest(customerId: string, productFamily: string): Upgrade | undefined
  /** Every upgrade, oldest first. */
  all(): Iterable<Upgrade>
}

/** Creates a store whose lookup time does not depend on the number of upgrades. */
export function createUpgradeStore(): UpgradeStore {
  const byId = new Map<string, Upgrade>()
  const latest = new Map<string, Upgrade>()
  const key = (customerId: string, productFamily: string) => `${customerId} ${productFamily}`.toLowerCase()
  return {
    add: (upgrade) => {
      byId.set(upgrade.id.toLowerCase(), upgrade)
      latest.set(key(upgrade.customerId, upgrade.productFamily), upgrade)
    },
    byId: (id) => byId.get(id.toLowerCase()),
    latest: (customerId, productFamily) => latest.get(key(customerId, productFamily)),
    all: () => byId.values(),
  }
}
