import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, writeFiles } from '../test/fixture.ts'

const schemas = `components:
  schemas:
    Thing:
      type: object
      description: Something
      required: [id]
      properties:
        id: { type: string, format: uuid }
        made: { type: string, format: date-time }
        name: { type: string, maxLength: 9 }
        parts: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } }`

const paths = oneOperation(
  "responses: { '200': { description: Ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }",
)

test('Validators run where code generation is forbidden, and import nothing', async () => {
  const { files } = await compileFiles({ 'openapi.yaml': documentOf({ paths, rest: schemas }) })
  const folder = writeFiles({})
  mkdirSync(join(folder, 'generated'))
  for (const [name, content] of files) if (name.endsWith('.ts')) writeFileSync(join(folder, 'generated', name), content)
  const program = `import { contract } from './generated/contract.ts'
    const { validate } = contract.operations.getThings.responses[200].content['application/json']
    let refused = false
    try { new Function('return 1') } catch { refused = true }
    const thing = { id: 'c1958bc7-3284-4952-a257-de594ee64743', made: '2019-08-29T23:47:28.8524555Z', name: 'a', parts: [] }
    console.log(refused, validate(thing).length, validate({ ...thing, name: 'far too long', parts: [thing, thing] }).length)`
  writeFileSync(join(folder, 'program.ts'), program)
  const output = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', join(folder, 'program.ts')],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    },
  )
  expect(output.trim()).toBe('true 0 2')
  expect(files.get('validators.ts')?.match(/^import .*/gm)).toEqual(["import type { Validate } from './model.ts'"])
  expect(files.get('validators.ts')).not.toMatch(/\brequire\(|new Function/)
})
