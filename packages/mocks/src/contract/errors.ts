/** One place where a response differs from the contract. */
export interface Violation {
  /** JSON Pointer into the response: `/status`, `/headers/Location`, `/body/lineItems/0/status`. */
  readonly pointer: string
  /** What was expected, without repeating the value. */
  readonly message: string
}

/** The mock was about to send a response that violates the contract. It is not sent. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'
  /** The operation's ID. */
  readonly operation: string
  /** HTTP status of the response. */
  readonly status: number
  /** Every violation found, in the order of the response. */
  readonly violations: readonly Violation[]

  constructor(operation: string, status: number, violations: readonly Violation[]) {
    const list = violations.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
    super(`The ${status} response of ${operation} violates the contract: ${list}`)
    this.operation = operation
    this.status = status
    this.violations = violations
  }
}

/** The mock was used incorrectly, for example with an unknown name. The message says what is allowed. */
export class MockUsageError extends Error {
  override readonly name = 'MockUsageError'
}

/** The error for an unknown name, with up to fifty known ones. */
export function unknownName(kind: string, name: string, known: Iterable<string>): MockUsageError {
  const all = [...known]
  const more = all.length > 50 ? [`… and ${all.length - 50} more`] : []
  return new MockUsageError(
    `Unknown ${kind} "${name}". Use one of: ${[...all.slice(0, 50), ...more].join(', ') || 'none'}.`,
  )
}

/** The message of an error; any other thrown value as text. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** With `documentedOnly`, the mock has no documented response to send. */
export class UndocumentedAnswer extends Error {
  override readonly name = 'UndocumentedAnswer'
  /** The operation's ID. */
  readonly operation: string
  /** HTTP status of the response. */
  readonly status: number
  /** The part of the response that no documentation backs. */
  readonly inferred: string

  constructor(operation: string, status: number, inferred: string) {
    super(`The ${status} response of ${operation} is undocumented: ${inferred}`)
    this.operation = operation
    this.status = status
    this.inferred = inferred
  }
}
