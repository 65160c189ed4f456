import type { Goal } from '../goals.ts'
import { benchFolder, source, workspace } from '../manifests.ts'
import { paragraphs, toTable, whole } from '../markdown.ts'
import { bundledFiles, bundledSize } from './bundle.ts'
import { measureOperation, type OperationSizes, operation } from './operation-size.ts'
import { ours } from './peers/ours.ts'
import { peers } from './peers.ts'

/** The measured sizes, in bytes. */
export interface Sizes {
  /** The bundle size of each imported peer, by its name. */
  readonly bundles: ReadonlyMap<string, number>
  /** The size that one operation of the contract adds. */
  readonly operation: OperationSizes
  /** The bytes of each part of our client's bundle, minified: a folder of its sources, or a package. */
  readonly parts: ReadonlyMap<string, number>
}

/** Bundles all peers, and our client with and without one operation of the contract. */
export async function measureSizes(): Promise<Sizes> {
  const bundles = new Map<string, number>()
  for (const { name, imports } of peers) {
    if (imports !== undefined) bundles.set(name, await bundledSize(imports, { folder: benchFolder }))
  }
  return { bundles, operation: await measureOperation(), parts: await measureParts() }
}

async function measureParts(): Promise<ReadonlyMap<string, number>> {
  const parts = new Map<string, number>()
  const place = { folder: workspace, conditions: [source] }
  for (const [file, bytes] of await bundledFiles('@partner-upgrades/client', place)) {
    const part = partOf(file)
    parts.set(part, (parts.get(part) ?? 0) + bytes)
  }
  return new Map([...parts].sort(([, one], [, other]) => other - one))
}

/** Returns the folder of the client's sources that a file is in, or its package. */
function partOf(file: string): string {
  const [, name = '', folder = ''] = /^packages\/(\w+)\/src\/(?:(\w+)\/)?/.exec(file) ?? []
  if (name === 'client') return folder === '' ? 'the client itself' : `\`${folder}\``
  return name === '' ? 'openapi-fetch' : `@partner-upgrades/${name}`
}

/** Formats the section of the report. */
export function sizeSection({ bundles, operation: { entry, validation }, parts }: Sizes): string {
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
    "Our client's bundle by the folders of its sources, minified. Gzip takes the whole to about two fifths.",
    toTable(
      ['part', 'bytes'],
      [...parts].map(([part, bytes]) => [part, whole(bytes)]),
    ),
  )
}

/** The goals for sizes. */
export function sizeGoals({ bundles, operation: { entry } }: Sizes): readonly Goal[] {
  return [
    {
      claim: (limit) => `The client's default entry, minified and gzipped, takes ${limit}`,
      direction: 'at most',
      limit: 7_500,
      measured: bundles.get(ours.name) ?? Number.NaN,
      format: (bytes) => `${whole(bytes)} B`,
      why:
        'Beside openapi-fetch that leaves 4.6 kB, half of what ours takes. No part stands out, and leaving one out would cost a promise: ' +
        '`transport` retries only what is safe to, `create` finds out what became of a create without a response, `upgrade` ' +
        'waits for the end, and `options` and `errors` say what is wrong.',
    },
    {
      claim: (limit) => `One more operation in the contract adds ${limit} to the client's default entry`,
      direction: 'at most',
      limit: 20,
      measured: entry,
      format: (bytes) => `${bytes} B`,
    },
  ]
}
