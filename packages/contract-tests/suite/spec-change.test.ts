import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, loadContract } from '@partner-upgrades/compiler'
import { createContractMock, describeRejection, toHandle } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellsOf } from '../src/matrix/cells.ts'
import { demandedSlots, slotName } from '../src/matrix/slots.ts'
import { judgeCoverage } from './matrix/coverage.ts'

const specification = join(import.meta.dirname, '..', '..', 'spec')
let copy = ''

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'spec-'))
  await cp(specification, copy, { recursive: true, filter: (path) => !/node_modules|generated|dist/.test(path) })
  const document = await readFile(join(copy, 'openapi.yaml'), 'utf8')
  await writeFile(
    join(copy, 'openapi.yaml'),
    document.replace(/^paths:$/m, 'paths:\n  /v1/productUpgrades/families:\n    $ref: paths/listFamilies.yaml'),
  )
  await writeFile(join(copy, 'paths', 'listFamilies.yaml'), newOperation)
})

afterAll(() => rm(copy, { recursive: true, force: true }))

const newOperation = `
get:
  operationId: listFamilies
  summary: Families a customer can be upgraded to
  description: A made-up operation.
  x-evidence: { level: inferred, source: this test }
  responses:
    '200':
      description: The families.
      content:
        application/json:
          schema: { type: array, items: { type: string } }
          examples:
            one: { value: [Azure] }
    '404':
      description: None.
`

test('a new GET operation in the YAML is served by the mocks and demanded by the matrix, with no other edit', async () => {
  const loaded = await loadContract(await compile(join(copy, 'openapi.yaml')))
  const changed = { ...loaded.contract, faults: contract.faults }

  const mock = createContractMock({
    contract: changed,
    reject: (rejection) => ({
      status: rejection.status,
      body: { code: '0', description: describeRejection(rejection) },
    }),
  })
  const request = new Request('https://api.partnercenter.microsoft.com/v1/productupgrades/families', {
    headers: { Authorization: 'Bearer token' },
  })
  const answer = await toHandle(mock)(request)
  expect(answer?.status).toBe(200)
  expect(await answer?.json()).toEqual(['Azure'])

  const shownSoFar = demandedSlots(cellsOf(contract), []).map((slot) => ({ slot, by: 'a test' }))
  const { open, stale } = judgeCoverage(demandedSlots(cellsOf(changed), []), shownSoFar)
  expect(open.map(slotName)).toEqual([
    'listFamilies 200 example one, on request',
    'listFamilies 200 example one, by state',
    'listFamilies 404, on request',
    'listFamilies 404, by state',
  ])
  expect(stale).toEqual([])
  expect(changed.hash).not.toBe(contract.hash)
})
