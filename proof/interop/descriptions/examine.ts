import { loadContract } from '@partner-upgrades/compiler'
import { createContractMock, describeRejection, toHandle } from '@partner-upgrades/mocks/core'
import { ask } from './ask.ts'
import { compileForeign } from './compile-foreign.ts'
import { operationsOf, readDescription } from './description.ts'
import { createJudge } from './validity.ts'

/** What became of a description. */
export interface Findings {
  /** How many operations the mock answers. */
  readonly answered: number
  /** What the compiler said of the operations that it cannot support, a line for each. */
  readonly lines: readonly string[]
  /** What is wrong with the answers of others, by operation. */
  readonly failures: Readonly<Record<string, string>>
}

/** Compiles a description, sends each operation a valid request, and has an independent engine judge the answers. */
export async function examine(file: string): Promise<Findings> {
  const { compiled, leftOut, lines } = await compileForeign(file)
  const { contract } = await loadContract(compiled)
  const handle = toHandle(
    createContractMock({
      contract,
      // It may be that no such answer is described; the requests are valid, so it would be a mistake anyway.
      reject: (rejection) => {
        throw new Error(`is refused: ${describeRejection(rejection)}`)
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
