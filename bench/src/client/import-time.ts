import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { asRatio, type Goal } from '../goals.ts'
import { benchFolder } from '../manifests.ts'
import { digits, toTable } from '../markdown.ts'
import { rotate } from '../rounds.ts'
import { median, medianRatio, spread } from '../statistics.ts'
import { openapiFetch } from './peers/openapi-fetch.ts'
import { ours } from './peers/ours.ts'
import { peers } from './peers.ts'

const run = promisify(execFile)

interface Imported {
  readonly name: string
  readonly specifier: string
  /** Milliseconds of the import, and of the whole process, one number per round. */
  readonly imports: number[]
  readonly processes: number[]
}

/** Imports each package in fresh processes, in turn. */
export async function measureImports(rounds: number): Promise<readonly Imported[]> {
  const imported = peers.flatMap(({ name, imports }): Imported[] =>
    imports === undefined ? [] : [{ name, specifier: imports, imports: [], processes: [] }],
  )
  // The first round only warms the disk cache.
  for (let round = -1; round < rounds; round++) {
    for (const { specifier, imports, processes } of rotate(imported, Math.max(round, 0))) {
      const begin = performance.now()
      const elapsed = await importOnce(specifier)
      if (round < 0) continue
      imports.push(elapsed)
      processes.push(performance.now() - begin)
    }
  }
  return imported
}

async function importOnce(specifier: string): Promise<number> {
  const script = `const begin = performance.now(); await import('${specifier}'); console.log(performance.now() - begin)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: benchFolder })
  return Number(stdout)
}

/** Formats the table of imports. */
export function importTable(imported: readonly Imported[]): string {
  const base = baseOf(imported)
  return toTable(
    ['import', 'ms', 'lowest–highest', '÷ openapi-fetch', 'whole process, ms', '÷ openapi-fetch'],
    imported.map(({ name, imports, processes }) => [
      name,
      digits(median(imports), 1),
      spread(imports, (value) => digits(value, 1)),
      digits(medianRatio(imports, base.imports)),
      digits(median(processes), 0),
      digits(medianRatio(processes, base.processes)),
    ]),
  )
}

/** The goals for imports. */
export function importGoals(imported: readonly Imported[]): readonly Goal[] {
  const base = baseOf(imported)
  const own = find(imported, ours.name)
  const goal = (what: string, measured: number): Goal => ({
    claim: (limit) => `${what} takes ${limit} the time with openapi-fetch alone`,
    direction: 'at most',
    limit: 1.1,
    measured,
    format: asRatio,
    why: 'The client is four times the code of openapi-fetch, in more files; a process pays for that once.',
  })
  return [
    goal('Importing the client', medianRatio(own.imports, base.imports)),
    goal('A whole process that only imports the client', medianRatio(own.processes, base.processes)),
  ]
}

function baseOf(imported: readonly Imported[]): Imported {
  return find(imported, openapiFetch.name)
}

function find(imported: readonly Imported[], wanted: string): Imported {
  const found = imported.find(({ name }) => name === wanted)
  if (found === undefined) throw new Error(`The import of ${wanted} was not measured.`)
  return found
}
