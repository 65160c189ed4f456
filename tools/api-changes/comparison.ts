import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput } from './bad-input.ts'

/** What a change means: it breaks something, brings something, or mends a text. */
export type Impact = 'breaking' | 'feature' | 'fix'

/** One change, as `compare --json` tells it. */
export interface ApiChange {
  readonly impact: Impact
  readonly subject: string
  readonly what: string
  readonly places: readonly string[]
}

/** All changes since a release, as the command that users run tells them. */
export interface ApiComparison {
  readonly impact?: Impact
  readonly changes: readonly ApiChange[]
}

/**
 * Compares a document with the specification as it is in `root`: as the YAML says it and, should they differ, as it was generated.
 *
 * @throws BadInput if one of them is no document.
 */
export function compareWithSpecification(root: string, old: string): ApiComparison & { readonly stale: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'api-changes-'))
  try {
    const printed = run(root, 'packages/spec/scripts/generate.ts', '--print')
    if (printed.status !== 0) throw new BadInput(`The specification cannot be compiled: ${lineOf(printed.stderr)}`)
    const generated = join(root, 'packages/spec/src/generated/openapi.json')
    const stale = readFileSync(generated, 'utf8') !== printed.stdout
    const written = join(folder, 'openapi.json')
    writeFileSync(written, printed.stdout)
    const comparisons = [written, ...(stale ? [generated] : [])].map((file) => compareFiles(root, old, file))
    const changes = comparisons.flatMap((comparison) => comparison.changes)
    const different = new Map(changes.map((change) => [JSON.stringify(change), change]))
    const impact = (['breaking', 'feature', 'fix'] as const).find((each) =>
      changes.some((change) => change.impact === each),
    )
    return { ...(impact && { impact }), changes: [...different.values()], stale }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs `compare`, as users do: what decides our versions is what they can run themselves. */
function compareFiles(root: string, old: string, now: string): ApiComparison {
  const { status, stdout, stderr } = run(root, 'packages/contract-tests/src/cli.ts', 'compare', '--json', old, now)
  if (status !== 0 && status !== 1) throw new BadInput(lineOf(stderr))
  return JSON.parse(stdout)
}

function run(root: string, script: string, ...args: readonly string[]) {
  const command = ['--conditions=@partner-upgrades/source', join(root, script), ...args]
  return spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e8 })
}

function lineOf(output: string): string {
  return output.split('\n').find((line) => line.trim() !== '') ?? 'it says nothing'
}
