import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, loadContract } from '@partner-upgrades/compiler'
import type { Validate } from '@partner-upgrades/spec'
import type { Group } from './published-suite.ts'

/** Compiles the schemas of groups in one document; returns their validators, in order. */
export async function compileGroups(groups: readonly Group[]): Promise<readonly (Validate | undefined)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'schema-suite-'))
  try {
    // One file per schema, so that `#` refers to the schema.
    await Promise.all(
      groups.map(({ schema }, index) => writeFile(join(folder, `schema-${index}.yaml`), JSON.stringify(schema))),
    )
    const paths = groups.map((_, index) => [`/values/${index}`, { post: operation(index) }])
    const document = {
      openapi: '3.1.1',
      info: { title: 'Schemas', version: '1.0.0' },
      paths: Object.fromEntries(paths),
      components: {
        schemas: Object.fromEntries(groups.map((_, index) => [`Schema${index}`, { $ref: `schema-${index}.yaml` }])),
      },
    }
    await writeFile(join(folder, 'openapi.yaml'), JSON.stringify(document))
    // The suite has a group about defaults that contradict their schemas.
    const { contract } = await loadContract(await compile(join(folder, 'openapi.yaml'), { repair: true }))
    return groups.map(
      (_, index) => contract.operations[`post${index}`]?.requestBody?.content['application/json']?.validate,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

function operation(index: number): object {
  const schema = { $ref: `#/components/schemas/Schema${index}` }
  return {
    operationId: `post${index}`,
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 204: { description: 'Done' } },
  }
}
