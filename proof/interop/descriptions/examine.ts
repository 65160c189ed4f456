import { loadContract } from '@partner-upgrades/compiler'
import { createContractMock, describeRejection, toHandle } from '@partner-upgrades/mocks/core'
import { ask } from './ask.ts'
import { compileForeign } from './compile-foreign.ts'
import { operationsOf, readDescription } from './description.ts'
import { createJudge } from './validity.ts'

/** The results for a description. */
export interface Findings {
  /** The number of operations with a valid response. */
  readonly answered: number
  /** The compiler's messages about unsupported operations, one line for each. */
  readonly lines: readonly string[]
  /** The problems with other responses, by operation. */
  readonly failures: Readonly<Record<string, string>>
}

/** Compiles a description, sends each operation a valid request, and validates the responses with an independent engine. */
export async function examine(file: string): Promise<Findings> {
  const { compiled, leftOut, lines } = await compileForeign(file)
  const { contract } = await loadContract(compiled)
  const handle = toHandle(
    createContractMock({
      contract,
      // The requests are valid, so any rejection is a mistake.
      reject: (rejection) => {
        throw new Error(`is rejected: ${describeRejection(rejection)}`)
      },
    }),
  )
  const description = await readDescription(file)
  const judge = createJudge(description)
  const failures: Record<string, string> = {}
  const rest = operationsOf(description).filter(({ id }) => !leftOut.includes(id))
  for (const operation of rest) {
    const reason = await ask(handle, operation, description, judge)
    if (reason !== undefined) failures[operation.id] = reason
  }
  return { answered: rest.length - Object.keys(failures).length, lines, failures }
}
