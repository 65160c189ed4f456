import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
// Not listed in package.json: every package depends on tools, so a change of spec-diff would run all their tests again.
import { type Change, compareDocuments, DocumentError, type Impact, readDocument } from '@partner-upgrades/spec-diff'
import { BadInput } from './bad-input.ts'

/** The path of the generated OpenAPI document, relative to the root. */
export const documentPath = 'packages/spec/src/generated/openapi.json'

/** The changes of the specification. */
export interface SpecificationChanges {
  /** The most severe impact; undefined if nothing has changed. */
  readonly impact: Impact | undefined
  readonly changes: readonly Change[]
  /** Whether the generated document differs from what the YAML compiles to. */
  readonly stale: boolean
}

/**
 * Compares an earlier document with the specification in `root`: as compiled from its YAML and, if that differs, also as generated.
 *
 * @param name The name of the earlier document in errors.
 * @throws {BadInput} if one of the documents cannot be read.
 */
export function compareWithSpecification(root: string, text: string, name: string): SpecificationChanges {
  const before = read(text, name)
  const compiled = compile(root)
  const generated = readFileSync(join(root, documentPath), 'utf8')
  const stale = generated !== compiled
  const comparisons = [compiled, ...(stale ? [generated] : [])].map((now) =>
    compareDocuments(before, read(now, documentPath)),
  )
  const changes = comparisons.flatMap((comparison) => comparison.changes)
  const different = new Map(changes.map((change) => [JSON.stringify(change), change]))
  const impact = (['breaking', 'feature', 'fix'] as const).find((each) =>
    comparisons.some((comparison) => comparison.impact === each),
  )
  return { impact, changes: [...different.values()], stale }
}

function read(text: string, name: string): ReturnType<typeof readDocument> {
  try {
    return readDocument(text)
  } catch (error) {
    throw error instanceof DocumentError ? new BadInput(`${name} ${error.message}`) : error
  }
}

/** Compiles in a separate process, because `root` may be a copy with its own compiler. */
function compile(root: string): string {
  const script = join(root, 'packages/spec/scripts/generate.ts')
  const command = ['--conditions=@partner-upgrades/source', script, '--print']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e8 })
  if (status === 0) return stdout
  const line = stderr.split('\n').find((each) => each.trim() !== '') ?? 'the compiler gives no reason'
  throw new BadInput(`The specification cannot be compiled: ${line}`)
}
