import { pointerStep } from '@partner-upgrades/spec-diff/document'

/** The kinds of additions in traffic. */
export type AdditionKind = 'operation' | 'status' | 'faultCode' | 'property' | 'value' | 'body'

/** One place where an entry differs from the contract, or goes beyond it. */
export interface Finding {
  /** Index of the entry in the recording, from 0. */
  readonly entry: number
  /** The operation's ID; undefined if the contract has no such operation. */
  readonly operation: string | undefined
  /** JSON Pointer into the exchange: `/request/body/customerId`, `/response/status`, `/response/headers/Location`. */
  readonly pointer: string
  /** What is wrong or new there, in words. */
  readonly message: string
}

/** Something that the contract neither declares nor forbids. */
export interface Addition extends Finding {
  /** What is new. */
  readonly kind: AdditionKind
}

/** Collects the findings of one entry. */
export interface Findings {
  /** Reports that the recording contradicts the contract. */
  violation(pointer: string, message: string): void
  /** Reports something that the contract neither declares nor forbids. */
  addition(kind: AdditionKind, pointer: string, message: string): void
  /** Reports something that could not be checked, because the recording does not contain it. */
  unchecked(pointer: string, message: string): void
}

/** The pointer to a header of a message. */
export function headerPointer(message: 'request' | 'response', name: string): string {
  return `/${message}/headers${pointerStep(name)}`
}
