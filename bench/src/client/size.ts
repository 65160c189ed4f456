import type { Goal } from '../goals.ts'
import { benchFolder } from '../manifests.ts'
import { paragraphs, toTable, whole } from '../markdown.ts'
import { bundledSize } from './bundle.ts'
import { measureOperation, type OperationSizes, operation } from './operation-size.ts'
import { peers } from './peers.ts'

/** What was measured, in bytes. */
export interface Sizes {
  /** The bundle of each peer that is imported, by its name. */
  readonly bundles: ReadonlyMap<string, number>
  /** What one operation of the contract adds. */
  readonly operation: OperationSizes
}

/** Bundles everybody, and our client for a contract with one operation more or less. */
export async function measureSizes(): Promise<Sizes> {
  const bundles = new Map<string, number>()
  for (const { name, imports } of peers) {
    if (imports !== undefined) bundles.set(name, await bundledSize(imports, { folder: benchFolder }))
  }
  return { bundles, operation: await measureOperation() }
}

/** The section of the report. */
export function sizeSection({ bundles, operation: { entry, validation } }: Sizes): string {
  return paragraphs(
    '## Size',
    'All that a package exports, in a bundle for browsers made by esbuild, minified and gzipped. An application that imports less ' +
      'of it gets less.',
    toTable(
      ['bundle', 'bytes'],
      [...bundles].map(([name, bytes]) => [name, whole(bytes)]),
    ),
    `One operation of the contract (\`${operation}\`, a GET), with the YAML compiled with it and without: ${entry} B of our ` +
      `default entry, and ${validation} B of \`/validation\`, which holds the schemas. Names that are then shortened differently ` +
      'make a few bytes either way.',
  )
}

/** What sizes were to reach. */
export function sizeGoals({ operation: { entry } }: Sizes): readonly Goal[] {
  return [
    {
      claim: (limit) => `One more operation in the contract adds ${limit} to the client's default entry`,
      direction: 'at most',
      limit: 20,
      measured: entry,
      format: (bytes) => `${bytes} B`,
    },
  ]
}
