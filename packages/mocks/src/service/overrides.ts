import type { Answer } from '../contract/answer.ts'
import { MockUsageError, unknownName } from '../contract/errors.ts'
import type { Call } from '../contract/validate-request.ts'

/** An override whose operation the compiler no longer knows: the contract layer has validated the call. */
type AnyOverride = (call: Call, usual: () => Promise<Answer>) => Answer | undefined | Promise<Answer | undefined>

/** Overrides that were added together, by operation ID. */
type Layer = ReadonlyMap<string, AnyOverride>

/** The overrides of a mock. */
export interface Overrides {
  /** Adds overrides by operation ID; returns a function that removes them. */
  add(overrides: object): () => void
  /** Runs the overrides of a call, the latest first, then the usual behaviour. */
  run(call: Call, usual: () => Answer): Answer | Promise<Answer>
}

/** Creates an empty set of overrides for the given operations. */
export function createOverrides(operations: readonly string[]): Overrides {
  let layers: readonly Layer[] = []
  return {
    add: (overrides) => {
      const layer = new Map<string, AnyOverride>()
      for (const [operation, override] of Object.entries(overrides)) {
        if (!operations.includes(operation)) throw unknownName('operation', operation, operations)
        if (override === undefined) continue
        if (!isOverride(override)) throw new MockUsageError(`The override of ${operation} must be a function.`)
        layer.set(operation, override)
      }
      layers = [layer, ...layers]
      return () => {
        layers = layers.filter((each) => each !== layer)
      }
    },
    run: (call, usual) => (layers.length === 0 ? usual() : runLayers(layers, call, usual)),
  }
}

async function runLayers(layers: readonly Layer[], call: Call, usual: () => Answer): Promise<Answer> {
  for (const layer of layers) {
    const answer = await layer.get(call.operation.id)?.(call, async () => usual())
    if (answer === undefined) continue
    // Types rule out everything else, such as a `Response`; code without types gets an error.
    if (isAnswer(answer)) return answer
    throw new MockUsageError(
      `The override of ${call.operation.id} must return { status, headers, body }, or undefined to leave the call to the service.`,
    )
  }
  return usual()
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'status')
}

function isOverride(value: unknown): value is AnyOverride {
  return typeof value === 'function'
}
