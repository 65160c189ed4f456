import { pointerStep } from '@partner-upgrades/spec-diff/document'

/** What is new in the traffic, by kind. */
export type AdditionKind = 'operation' | 'status' | 'faultCode' | 'property' | 'value' | 'body'

/** One place where an entry differs from the contract, or goes beyond it. */
export interface Finding {
  /** Index of the entry in the recording, from 0. */
  readonly entry: number
  /** The id of the operation; undefined where the contract has none. */
  readonly operation: string | undefined
  /** JSON Pointer into the exchange: `/request/body/customerId`, `/response/status`, `/response/headers/Location`. */
  readonly pointer: string
  /** What is wrong or new there, in words. */
  readonly message: string
}

/** Something the contract does not know, and does not forbid. */
export interface Addition extends Finding {
  /** What is new. */
  readonly kind: AdditionKind
}

/** Where the checks of one entry put what they find. */
export interface Findings {
  /** Reports that the recording contradicts the contract. */
  violation(pointer: string, message: string): void
  /** Reports something that the contract does not know and does not forbid. */
  addition(kind: AdditionKind, pointer: string, message: string): void
  /** Something that the recording does not hold, so that it could not be checked. */
  unchecked(pointer: string, message: string): void
}

/** The pointer to a header of a message. */
export function headerPointer(message: 'request' | 'response', name: string): string {
  return `/${message}/headers${pointerStep(name)}`
}
