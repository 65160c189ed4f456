import type { PlainRequest } from '@partner-upgrades/negative-tests'

/** What is known about the provider when a case is run. */
export interface Knowledge {
  /** An upgrade of the customer, if one is known. */
  readonly upgradeId: string | undefined
  /** The customer's Azure plan, if one is known. */
  readonly planId: string | undefined
}

/** The expected outcome of a case. */
export type Expectation =
  /** A success; a fault that the customer's state explains says nothing about the contract. */
  | { readonly kind: 'success' }
  /** One of these statuses, with a body that the contract allows and, if any are given, one of these codes. */
  | {
      readonly kind: 'refusal'
      readonly statuses: readonly number[]
      readonly codes?: readonly string[]
      /** What a success means, if it is not a failure. */
      readonly unless?: string
    }
  /** An example of the contract, requested by name. */
  | { readonly kind: 'example'; readonly status: number; readonly value: unknown }

/** One request to a provider. */
export interface Case {
  /** The name, unique among all cases. */
  readonly name: string
  /** Cases of one group are reported together. */
  readonly group: string
  /** The `operationId`. */
  readonly operation: string
  /** The expected response. */
  readonly expected: Expectation
  /** Whether it is an ordinary request that the contract allows. */
  readonly plain: boolean
  /** Builds the request; returns a text that says why there is none. */
  readonly request: (knowledge: Knowledge) => PlainRequest | string
  /** The example or exchange that it is for, if it is for a particular one. */
  readonly shows?: { readonly name: string }
}
