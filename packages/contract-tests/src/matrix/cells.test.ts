import type { Contract, Exchange } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { cellName, cellsOf } from './cells.ts'

const evidence = { level: 'documented', source: 'a page' } as const
const fault = (code: string) => ({ value: { code, description: 'No' } })
const message = { headers: [], omitted: [], body: '' }
const definition = {
  text: 'No',
  earlierTexts: [],
  parameters: [],
  actor: 'nobody',
  remedy: '',
  retry: 'never',
  evidence,
} as const

const contract: Contract = {
  hash: '',
  title: 'Things',
  version: '1',
  servers: [],
  faults: { 7: { ...definition, code: '7', name: 'seven', status: 409, operations: { getThings: evidence } } },
  operations: {
    getThings: {
      id: 'getThings',
      method: 'GET',
      path: '/things',
      summary: 'Things',
      parameters: [],
      security: [],
      faults: ['5', '7'],
      responses: {
        200: { description: 'Things', headers: [], content: { 'text/plain': { examples: { some: { value: 'x' } } } } },
        204: { description: 'None', headers: [], content: {} },
        404: { description: 'No', headers: [], content: { 'application/json': { examples: { gone: fault('5') } } } },
      },
    },
  },
}
const exchange: Exchange = {
  name: 'getThings.page',
  operation: 'getThings',
  summary: '',
  evidence,
  request: { ...message, method: 'GET', url: 'https://things.example/things' },
  response: { ...message, status: 200 },
}

test('each named example, status without examples, fault without an example and exchange is a cell', () => {
  expect(cellsOf(contract, [exchange]).map(cellName)).toEqual([
    'getThings 200 example some',
    'getThings 204',
    'getThings 404 example gone',
    'getThings 409 fault 7',
    'getThings 200 exchange getThings.page',
  ])
})

test('an example of a fault is the cell of its code', () => {
  expect(cellsOf(contract).find(({ name }) => name === 'gone')?.code).toBe('5')
})
