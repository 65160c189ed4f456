import type { PlainRequest } from '@partner-upgrades/negative-tests'

/** What a case knows of its provider by the time it is its turn. */
export interface Knowledge {
  /** An upgrade of the customer, where one is known. */
  readonly upgradeId: string | undefined
  /** The customer's Azure plan, where one is known. */
  readonly planId: string | undefined
}

/** What has to come of a case. */
export type Expectation =
  /** A success; a fault that the customer's state explains says nothing about the contract. */
  | { readonly kind: 'success' }
  /** One of these statuses, with a body as the contract has it, and one of these codes where some are given. */
  | {
      readonly kind: 'refusal'
      readonly statuses: readonly number[]
      readonly codes?: readonly string[]
      /** What a success would mean, where it is not a failure. */
      readonly unless?: string
    }
  /** An example of the contract, asked for by name. */
  | { readonly kind: 'example'; readonly status: number; readonly value: unknown }

/** One request to a provider. */
export interface Case {
  /** Unique among all cases. */
  readonly name: string
  /** Cases of one group are reported together. */
  readonly group: string
  /** The `operationId`. */
  readonly operation: string
  /** What the answer has to be. */
  readonly expected: Expectation
  /** Whether it asks for nothing that the contract forbids, and nothing out of the ordinary. */
  readonly plain: boolean
  /** The request; a text says why there is none. */
  readonly request: (knowledge: Knowledge) => PlainRequest | string
  /** The slot that it is for, where it is for a certain one. */
  readonly shows?: { readonly name: string }
}
