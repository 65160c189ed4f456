import { join } from 'node:path'
import { startCpuTimer } from '@partner-upgrades/tools/cpu-time'
import { expect, test } from 'vitest'
import { writeFiles } from '../test/fixture.ts'
import { compile } from './compile.ts'

test('A document with hundreds of operations compiles within seconds', { timeout: 60_000 }, async () => {
  const numbers = Array.from({ length: 400 }, (_, index) => index)
  const thing = (index: number): object => ({ $ref: `#/components/schemas/Thing${index}` })
  const operation = (index: number): object => ({
    operationId: `getThing${index}`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: index } }],
    responses: {
      200: { description: 'Ok', content: { 'application/json': { schema: thing(index), example: { id: 1 } } } },
    },
  })
  const schema = (index: number): object => ({
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, next: thing(index % 10 === 9 ? index - 9 : index + 1) },
  })
  const document = {
    openapi: '3.0.4',
    info: { title: 'Many things', version: '1.0.0' },
    paths: Object.fromEntries(numbers.map((index) => [`/things${index}/{id}`, { get: operation(index) }])),
    components: { schemas: Object.fromEntries(numbers.map((index) => [`Thing${index}`, schema(index)])) },
  }
  const folder = writeFiles({ 'openapi.json': JSON.stringify(document) })
  const cpuTime = startCpuTimer()
  await compile(join(folder, 'openapi.json'))
  expect(cpuTime()).toBeLessThan(20_000)
})
