import type { Contract } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import type { JsonObject } from '@partner-upgrades/spec-diff/document'

/** An API that traffic is checked against. */
export interface Api {
  /** The compiled contract. */
  readonly contract: Contract
  /** The bundled OpenAPI document the contract was compiled from: it alone names the properties and values that are known. */
  readonly document: JsonObject
}

/** The product upgrades of Partner Center. */
export const productUpgrades: Api = { contract, document }
