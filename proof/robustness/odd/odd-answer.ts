import type { Answer } from '../service/answers.ts'

/** The subject of an unusual response. */
export interface Subject {
  readonly customerId: string
  /** The upgrade that the request asks about, or that the create makes. */
  readonly upgradeId: string
}

/** An undocumented response. */
export interface OddAnswer {
  readonly name: string
  /** The operations that return it. */
  readonly operations: readonly ('eligibility' | 'create' | 'status')[]
  readonly answer: (subject: Subject) => Answer
  /** How often a customer gets it before the service responds normally. @default 1 */
  readonly times?: number
  /** Whether a create with this response has no effect. @default false */
  readonly idle?: boolean
  /** Whether the customer already has an upgrade. @default false */
  readonly existing?: boolean
}
