import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Listed } from './sabotage.ts'

/** What came of a sabotage when it was last tried. */
export interface Trial {
  /** The suite whose test failed: a folder of a workspace, such as `packages/client`. Absent if nobody noticed. */
  readonly by?: string
  /** The file of the first test that failed, from the folder of its suite, if it is known. */
  readonly file?: string
  /** The name of that test. */
  readonly test?: string
}

/** What came of all sabotages that were tried, by their sentences. */
export type Records = Readonly<Record<string, Trial>>

const path = join(import.meta.dirname, 'records.json')

/** Reads the records of earlier trials. */
export function readRecords(): Records {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Adds records to the earlier ones, and drops those of sabotages that are no longer in the catalogue. */
export function writeRecords(found: Records, catalogue: readonly Listed[]): Records {
  const all = { ...readRecords(), ...found }
  const kept = Object.fromEntries(
    catalogue.flatMap(({ sentence }) => (all[sentence] ? [[sentence, all[sentence]] as const] : [])),
  )
  writeFileSync(path, `${JSON.stringify(kept, undefined, 2)}\n`)
  return kept
}
