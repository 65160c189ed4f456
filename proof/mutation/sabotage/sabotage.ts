import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A plausible mistake: a change in one place of the workspace. */
export interface Sabotage {
  /** The resulting defect, in a sentence. */
  readonly sentence: string
  /** The file, relative to the root of the workspace. */
  readonly file: string
  /** A text that occurs in it exactly once. */
  readonly from: string
  /** The replacement. */
  readonly to: string
  /** The suites that run first: folders of workspaces, such as `packages/client`. @default that of the file */
  readonly suites?: readonly string[]
  /** Why only a proof, and no fast test, can notice it. */
  readonly onlyByProof?: string
}

/** A sabotage, and the area that it belongs to. */
export type Listed = Sabotage & { readonly area: string }

/**
 * A change that breaks nothing: a test that notices it would notice every sabotage, whatever it breaks. As with every sabotage, the text
 * that it replaces is gone afterwards.
 */
export const control: Listed = {
  area: 'control',
  sentence: 'There is one more blank line',
  file: 'packages/bulk/src/run/outage.ts',
  from: 'export const patience = 10\n\n/**',
  to: 'export const patience = 10\n\n\n/**',
}

/** Reads the catalogue: a JSON file for each area. */
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
 * @throws Error if the text does not occur exactly once: the code has changed, and the catalogue has to follow.
 */
export function sabotage(text: string, { file, from, to, sentence }: Sabotage): string {
  const parts = text.split(from)
  if (parts.length !== 2)
    throw new Error(`"${sentence}": ${file} holds ${JSON.stringify(from)} ${parts.length - 1} times`)
  return parts.join(to)
}
