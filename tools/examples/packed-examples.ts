import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedPackages } from '../packages/published.ts'
import { pack } from '../packages/tarball.ts'
import { type Consumer, createConsumers, takeTarballs } from './consumers.ts'

/** Copies of the examples that are ready to be installed. */
export interface PackedExamples {
  readonly examples: readonly Consumer[]
  /** The tarballs of our packages, by name. */
  readonly tarballs: ReadonlyMap<string, string>
  remove(): Promise<void>
}

/** Packs our packages as built, and makes a copy of each example below `root` that uses the tarballs. */
export async function packExamples(root: string): Promise<PackedExamples> {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'))
  const packed = await pack(
    publishedPackages(root).map((each) => each.folder),
    folder,
  )
  const tarballs = new Map(packed.map(({ name, file }) => [name, file]))
  const examples = createConsumers(root, folder)
  for (const example of examples) takeTarballs(example, tarballs)
  return { examples, tarballs, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}
