/** One place where an answer differs from the contract. */
export interface Violation {
  /** JSON Pointer into the answer: `/status`, `/headers/Location`, `/body/lineItems/0/status`. */
  readonly pointer: string
  readonly message: string
}

/** The mock was about to answer with something that its contract forbids; it is never sent. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'
  readonly operation: string
  readonly status: number
  readonly violations: readonly Violation[]

  constructor(operation: string, status: number, violations: readonly Violation[]) {
    const list = violations.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
    super(`The answer ${status} of ${operation} breaks the contract: ${list}`)
    this.operation = operation
    this.status = status
    this.violations = violations
  }
}

/** Somebody asked the mock for something that does not exist. The message says what does. */
export class MockUsageError extends Error {
  override readonly name = 'MockUsageError'
}

/** The message for a name that does not exist, listing those that do, or the first of them. */
export function unknownName(kind: string, name: string, known: Iterable<string>): MockUsageError {
  const all = [...known]
  const more = all.length > 50 ? [`… and ${all.length - 50} more`] : []
  return new MockUsageError(
    `There is no ${kind} "${name}". There is: ${[...all.slice(0, 50), ...more].join(', ') || 'none'}.`,
  )
}

/** The mock was told to answer with documented things only, and has nothing documented to answer with. */
export class UndocumentedAnswer extends Error {
  override readonly name = 'UndocumentedAnswer'
  readonly operation: string
  readonly status: number
  /** Which part of the answer no documentation backs. */
  readonly inferred: string

  constructor(operation: string, status: number, inferred: string) {
    super(`The answer ${status} of ${operation} is not documented: ${inferred}`)
    this.operation = operation
    this.status = status
    this.inferred = inferred
  }
}
