import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Listed } from './sabotage.ts'

/** The result of a sabotage when it was last tried. */
export interface Trial {
  /** The suite whose test failed: the folder of a workspace, such as `packages/client`. Absent if no suite noticed. */
  readonly by?: string
  /** The file of the first failed test, relative to the folder of its suite, if known. */
  readonly file?: string
  /** The name of that test. */
  readonly test?: string
}

/** The results of all tried sabotages, by their sentences. */
export type Records = Readonly<Record<string, Trial>>

const path = join(import.meta.dirname, 'records.json')

/** Reads the records of earlier trials. */
export function readRecords(): Records {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Adds records to the earlier ones, and drops those of sabotages that have left the catalogue. */
export function writeRecords(found: Records, catalogue: readonly Listed[]): Records {
  const all = { ...readRecords(), ...found }
  const kept = Object.fromEntries(
    catalogue.flatMap(({ sentence }) => (all[sentence] ? [[sentence, all[sentence]] as const] : [])),
  )
  writeFileSync(path, `${JSON.stringify(kept, undefined, 2)}\n`)
  return kept
}
