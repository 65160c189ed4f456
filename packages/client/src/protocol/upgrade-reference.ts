/** All you need to follow an upgrade, as plain JSON: store it, and follow the upgrade from another process. */
export interface UpgradeReference {
  /** The upgrade, a GUID. */
  readonly upgradeId: string
  /** The customer's tenant, a GUID. */
  readonly customerId: string
  /** The product family, such as `Azure`. */
  readonly productFamily: string
  /** The service that holds the upgrade. */
  readonly baseUrl: string
  /** When to stop waiting for the upgrade, as an ISO 8601 time. */
  readonly deadline?: string
}
