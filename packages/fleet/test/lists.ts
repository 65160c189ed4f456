import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResultFiles } from '@partner-upgrades/bulk'

/** A temporary folder for lists and results. */
export interface ListFolder {
  /** Writes a list of `size` random customers; returns its path. */
  write(name: string, size: number): string
  /** The paths of the result files. */
  readonly files: ResultFiles
  /** Counts the customers in the results by outcome. */
  outcomes(): Readonly<Record<string, number>>
  remove(): void
}

/** Creates such a folder. */
export function createListFolder(): ListFolder {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-lists-'))
  const path = (name: string): string => join(folder, name)
  const files = {
    csv: path('results.csv'),
    jsonLines: path('results.jsonl'),
    report: path('report.html'),
    audit: path('audit.jsonl'),
  }
  return {
    files,
    write(name, size) {
      const lines = Array.from({ length: size }, (_, row) => `${crypto.randomUUID()},Customer ${row}\n`)
      writeFileSync(path(name), `customerId,name\n${lines.join('')}`)
      return path(name)
    },
    outcomes() {
      const counts: Record<string, number> = {}
      for (const line of readFileSync(files.jsonLines, 'utf8').trim().split('\n')) {
        const { outcome } = JSON.parse(line)
        counts[outcome] = (counts[outcome] ?? 0) + 1
      }
      return counts
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
