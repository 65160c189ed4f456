import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A mistake that a tired engineer makes: one place of the workspace, changed. */
export interface Sabotage {
  /** What is wrong then, in a sentence. */
  readonly sentence: string
  /** The file, from the root of the workspace. */
  readonly file: string
  /** A text that stands in it exactly once. */
  readonly from: string
  /** What stands there instead. */
  readonly to: string
  /** The suites that are asked first: folders of workspaces, such as `packages/client`. @default that of the file */
  readonly suites?: readonly string[]
  /** Why the fast tests cannot notice it, where only a proof does. */
  readonly onlyByProof?: string
}

/** A sabotage, and the area that it belongs to. */
export type Listed = Sabotage & { readonly area: string }

/** Reads the catalogue: a file of JSON for each area. */
export function readCatalogue(folder: string = join(import.meta.dirname, 'catalogue')): readonly Listed[] {
  return globSync('*.json', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const list: readonly Sabotage[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return list.map((each) => ({ area: basename(file, '.json'), ...each }))
    })
}

/**
 * Makes the mistake in a text.
 *
 * @throws Error if the place is not there, or there more than once: the code has moved on, and the catalogue has to follow.
 */
export function sabotage(text: string, { file, from, to, sentence }: Sabotage): string {
  const parts = text.split(from)
  if (parts.length !== 2)
    throw new Error(`"${sentence}": ${file} holds ${JSON.stringify(from)} ${parts.length - 1} times`)
  return parts.join(to)
}
