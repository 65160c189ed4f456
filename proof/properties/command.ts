import { parseArgs } from 'node:util'
import { createPartnerCenterMock, type Handle } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { checkRequests } from './check-requests.ts'
import { checkValues } from './check-values.ts'
import type { Json } from './document.ts'
import { createEngine } from './engine.ts'
import type { Report, RunOptions } from './run-property.ts'

function readOptions(words: readonly string[]): RunOptions {
  const { values } = parseArgs({ args: [...words], options: { seed: { type: 'string' }, count: { type: 'string' } } })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const count = Number(values.count ?? 2000)
  if (!Number.isSafeInteger(seed)) throw new TypeError(`--seed must be a whole number, not ${values.seed}`)
  if (!Number.isSafeInteger(count) || count < 1)
    throw new TypeError(`--count must be a whole number above 0, not ${values.count}`)
  return { seed, count }
}

/** Creates a handler with a new mock after every 1,000 requests, so that upgrades do not accumulate. */
function createHandle(): Handle {
  let mock = createPartnerCenterMock()
  let sent = 0
  return (request) => {
    sent += 1
    if (sent % 1000 === 0) mock = createPartnerCenterMock()
    return mock.handle(request)
  }
}

/**
 * Compares validators and mocks with an independent engine, on any number of cases.
 *
 * @returns the exit code: 1 for a disagreement, 2 for invalid arguments.
 */
export async function runCommand(words: readonly string[], print: (line: string) => void): Promise<number> {
  let options: RunOptions
  try {
    options = readOptions(words)
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 2
  }
  const bundled: Json = document
  const engine = createEngine(bundled)
  let code = 0
  const tell = (what: string, { valid, invalid, disagreement }: Report): void => {
    print(
      `${what}: ${valid} valid, ${invalid} invalid, ${disagreement === undefined ? 'no disagreement' : disagreement}`,
    )
    if (disagreement !== undefined) code = 1
  }
  print(`seed ${options.seed}, ${options.count} cases each`)
  for (const operation of Object.values(contract.operations)) {
    tell(`values of ${operation.id}`, await checkValues(contract, operation, bundled, engine, options))
    const handle = createHandle()
    tell(`requests of ${operation.id}`, await checkRequests(contract, operation, bundled, engine, handle, options))
  }
  return code
}
