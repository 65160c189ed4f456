import type { Goal } from '../goals.ts'
import { benchFolder } from '../manifests.ts'
import { paragraphs, toTable, whole } from '../markdown.ts'
import { bundledSize } from './bundle.ts'
import { measureOperation, type OperationSizes, operation } from './operation-size.ts'
import { peers } from './peers.ts'

/** The measured sizes, in bytes. */
export interface Sizes {
  /** The bundle size of each imported peer, by its name. */
  readonly bundles: ReadonlyMap<string, number>
  /** The size that one operation of the contract adds. */
  readonly operation: OperationSizes
}

/** Bundles all peers, and our client with and without one operation of the contract. */
export async function measureSizes(): Promise<Sizes> {
  const bundles = new Map<string, number>()
  for (const { name, imports } of peers) {
    if (imports !== undefined) bundles.set(name, await bundledSize(imports, { folder: benchFolder }))
  }
  return { bundles, operation: await measureOperation() }
}

/** Formats the section of the report. */
export function sizeSection({ bundles, operation: { entry, validation } }: Sizes): string {
  return paragraphs(
    '## Size',
    'All exports of a package in a browser bundle by esbuild, minified and gzipped. An application that imports less ' +
      'gets a smaller bundle.',
    toTable(
      ['bundle', 'bytes'],
      [...bundles].map(([name, bytes]) => [name, whole(bytes)]),
    ),
    `Adding one operation to the contract (\`${operation}\`, a GET) adds ${entry} B to our ` +
      `default entry, and ${validation} B to \`/validation\`, which holds the schemas. Different minified names account for ` +
      'a few bytes either way.',
  )
}

/** The goals for sizes. */
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
