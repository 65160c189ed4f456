import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { source, workspace } from '../manifests.ts'
import { bundledSize } from './bundle.ts'

/** The bytes that one operation adds to the bundles of our client. */
export interface OperationSizes {
  /** To the default entry. */
  readonly entry: number
  /** To `/validation`. */
  readonly validation: number
}

/** The operation that is added or omitted for the comparison. */
export const operation = 'getDirectSignStatus'

/** Compiles the YAML with and without the operation, and bundles the sources of our client with each. */
export async function measureOperation(): Promise<OperationSizes> {
  const more = await sizesFor([])
  const less = await sizesFor(['--without', operation])
  return { entry: more.entry - less.entry, validation: more.validation - less.validation }
}

/** @param words arguments of the generator besides the folder */
async function sizesFor(words: readonly string[]): Promise<OperationSizes> {
  const folder = mkdtempSync(join(tmpdir(), 'operation-size-'))
  try {
    const packages = join(folder, 'node_modules/@partner-upgrades')
    for (const name of ['spec', 'client']) copySources(join(workspace, 'packages', name), join(packages, name))
    const generator = join(workspace, 'packages/spec/scripts/generate.ts')
    execFileSync(process.execPath, [`--conditions=${source}`, generator, ...words, join(packages, 'spec')])
    const place = { folder, modules: join(workspace, 'node_modules'), conditions: [source] }
    return {
      entry: await bundledSize('@partner-upgrades/client', place),
      validation: await bundledSize('@partner-upgrades/client/validation', place),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function copySources(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist|reports)$/.test(path) })
}
