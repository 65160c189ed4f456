import type { Answer } from '../service/answers.ts'

/** Whom an odd answer is about. */
export interface Subject {
  readonly customerId: string
  /** The upgrade: the one that is looked at, or that the create makes. */
  readonly upgradeId: string
}

/** An answer that nothing documents. */
export interface OddAnswer {
  readonly name: string
  /** The operations that it is an answer to. */
  readonly operations: readonly ('eligibility' | 'create' | 'status')[]
  readonly answer: (subject: Subject) => Answer
  /** How often a customer gets it before the service answers well. @default 1 */
  readonly times?: number
  /** Whether a create with this answer has no effect. @default false */
  readonly idle?: boolean
  /** Whether the customer has an upgrade from before. @default false */
  readonly existing?: boolean
}
