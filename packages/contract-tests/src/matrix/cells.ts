import type { Contract, Exchange, FaultDefinition } from '@partner-upgrades/spec'

/** One response in the contract: a named example, a documented exchange, a fault without an example, or a bare status. */
export interface Cell {
  /** The `operationId`. */
  readonly operation: string
  /** The HTTP status. */
  readonly status: string
  /** What the response is named after. */
  readonly kind: 'example' | 'exchange' | 'fault' | 'status'
  /** The example's or exchange's name, the fault's code; empty for a bare status. */
  readonly name: string
  /** The fault's code, if it is a fault. */
  readonly code?: string
}

/** Returns a readable name that identifies a cell. */
export function cellName({ operation, status, kind, name }: Cell): string {
  return [operation, status, ...(kind === 'status' ? [] : [kind, name])].join(' ')
}

/** The parts of a contract that cells are made of. */
type Testable = Pick<Contract, 'operations'> & {
  readonly faults: Readonly<Record<string, Pick<FaultDefinition, 'status'>>>
}

/** Returns every cell of a contract and its documented exchanges. */
export function cellsOf(contract: Testable, exchanges: readonly Exchange[] = []): readonly Cell[] {
  return Object.values(contract.operations).flatMap(({ id, responses, faults }) => {
    const answers = Object.entries(responses).flatMap(([status, { content }]): Cell[] => {
      const examples = Object.values(content).flatMap((media) => Object.entries(media.examples))
      if (examples.length === 0) return [{ operation: id, status, kind: 'status', name: '' }]
      return examples.map(([name, { value }]): Cell => {
        const code = codeOf(value)
        return { operation: id, status, kind: 'example', name, ...(code !== undefined && { code }) }
      })
    })
    const printed = exchanges
      .filter(({ operation }) => operation === id)
      .map(({ name, response }): Cell => ({ operation: id, status: String(response.status), kind: 'exchange', name }))
    const shown = new Set(answers.map(({ code }) => code))
    const rest = faults
      .filter((code) => !shown.has(code))
      .map((code): Cell => {
        return { operation: id, status: String(contract.faults[code]?.status), kind: 'fault', name: code, code }
      })
    return [...answers, ...rest, ...printed]
  })
}

/** Returns the code in a fault's body, as text; undefined for a body without one. */
export function codeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body)) return undefined
  return typeof body.code === 'string' || typeof body.code === 'number' ? String(body.code) : undefined
}
