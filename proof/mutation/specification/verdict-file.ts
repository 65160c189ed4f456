import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Mutation, nameOf } from './mutation.ts'
import type { Verdict } from './verdict.ts'

/** Verdicts of a run, written as they are found, so that an interrupted run can resume. */
export interface VerdictFile {
  /** The verdicts of an earlier run on mutations that have not changed. */
  readonly known: readonly Verdict[]
  readonly note: (verdict: Verdict) => void
}

/** Opens the verdicts of the last run; clears them unless the run resumes. */
export function openVerdictFile(file: string, mutations: readonly Mutation[], goOn: boolean): VerdictFile {
  mkdirSync(dirname(file), { recursive: true })
  if (!goOn || !existsSync(file)) writeFileSync(file, '')
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const noted = new Map(lines.map((line): [string, Omit<Verdict, 'mutation'>] => JSON.parse(line)))
  return {
    known: mutations.flatMap((mutation) => {
      const verdict = noted.get(keyOf(mutation))
      return verdict === undefined ? [] : [{ ...verdict, mutation }]
    }),
    note: ({ mutation, ...verdict }) => appendFileSync(file, `${JSON.stringify([keyOf(mutation), verdict])}\n`),
  }
}

function keyOf(mutation: Mutation): string {
  return `${nameOf(mutation)} ${createHash('sha256').update(mutation.text).digest('hex')}`
}
