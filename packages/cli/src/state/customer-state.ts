import type { UpgradeReference } from '@partner-upgrades/client'
import { isGuid } from '@partner-upgrades/spec/guid'

/** The state of a customer that the program keeps between runs. */
export interface CustomerState {
  /** The last upgrade that was created or found. */
  readonly upgrade?: UpgradeReference
  /** Whether its end has been reported. */
  readonly ended?: boolean
}

/** Parses a state; `undefined` if the text is not one. */
export function parseCustomerState(text: string): CustomerState | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isCustomerState(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isCustomerState(value: unknown): value is CustomerState {
  if (!isRecord(value)) return false
  const { upgrade, ended } = value
  return (upgrade === undefined || isReference(upgrade)) && (ended === undefined || typeof ended === 'boolean')
}

function isReference(value: unknown): value is UpgradeReference {
  if (!isRecord(value)) return false
  const { upgradeId, customerId, productFamily, baseUrl } = value
  return isGuid(upgradeId) && isGuid(customerId) && typeof productFamily === 'string' && typeof baseUrl === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
