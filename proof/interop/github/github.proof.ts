import { type Compiled, compile, loadContract } from '@partner-upgrades/compiler'
import { createContractMock, describeRejection, type Handle, toHandle } from '@partner-upgrades/mocks/core'
import { beforeAll, expect, test } from 'vitest'
import { installSandbox, sandboxFile } from '../../sandboxes/install.ts'
import { ask } from '../descriptions/ask.ts'
import { type Described, operationsOf, readDescription } from '../descriptions/description.ts'
import { createJudge } from '../descriptions/validity.ts'

const file = sandboxFile('github', '@octokit/openapi/generated/api.github.com.json')

let compiled: Compiled
let handle: Handle
let contractIds: readonly string[]
let operations: readonly Described[]
/** Problems with the responses of operations, by ID. */
const failures = new Map<string, string>()

beforeAll(async () => {
  await installSandbox('github')
  compiled = await compile(file, { repair: true })
  const { contract } = await loadContract(compiled)
  contractIds = Object.keys(contract.operations)
  handle = toHandle(
    createContractMock({
      contract,
      reject: (rejection) => ({ status: rejection.status, body: { message: describeRejection(rejection) } }),
    }),
  )
  const description = await readDescription(file)
  const judge = createJudge(description)
  operations = operationsOf(description)
  for (const operation of operations) {
    const reason = await ask(handle, operation, description, judge)
    if (reason !== undefined) failures.set(operation.id, reason)
  }
}, 300_000)

test('every operation of a public description of over 1,200 is in the contract', () => {
  expect(operations.length).toBeGreaterThan(1_200)
  expect([...contractIds].sort()).toEqual(operations.map(({ id }) => id).sort())
})

test('no success response lacks an example', () => {
  const missing = compiled.repairs.filter(({ kind, pointer }) => kind === 'missing' && /responses\/2/.test(pointer))
  expect(missing).toEqual([])
})

test('every operation responds to a valid request as described', () => {
  console.log(`${operations.length - failures.size} of ${operations.length} operations`)
  expect(Object.fromEntries(failures)).toEqual({})
})
