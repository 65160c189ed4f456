import type { UpgradeReference } from '@partner-upgrades/client'
import { isGuid } from '../guid.ts'

/** What is remembered of a customer from one run of the program to the next. */
export interface Memory {
  /** The request ID of a create whose end is not known. */
  readonly requestId?: string
  /** The last upgrade that was created or found. */
  readonly upgrade?: UpgradeReference
  /** Whether its end has been told. */
  readonly ended?: boolean
}

/** Reads what was remembered; `undefined` if it is something else. */
export function parseMemory(text: string): Memory | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMemory(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isMemory(value: unknown): value is Memory {
  if (!isRecord(value)) return false
  const { requestId, upgrade, ended } = value
  return (
    (requestId === undefined || isGuid(requestId)) &&
    (upgrade === undefined || isReference(upgrade)) &&
    (ended === undefined || typeof ended === 'boolean')
  )
}

function isReference(value: unknown): value is UpgradeReference {
  if (!isRecord(value)) return false
  const { upgradeId, customerId, productFamily, baseUrl } = value
  return isGuid(upgradeId) && isGuid(customerId) && typeof productFamily === 'string' && typeof baseUrl === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
