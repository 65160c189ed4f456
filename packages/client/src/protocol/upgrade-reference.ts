/** All you need to follow an upgrade, as plain JSON: you can store it, and follow the upgrade from another process. */
export interface UpgradeReference {
  /** The ID of the upgrade, a GUID. */
  readonly upgradeId: string
  /** The ID of the customer's tenant, a GUID. */
  readonly customerId: string
  /** The product family, such as `Azure`. */
  readonly productFamily: string
  /** The base URL of the service that has the upgrade. */
  readonly baseUrl: string
  /** When to stop waiting for the upgrade, as an ISO 8601 time. */
  readonly deadline?: string
}
