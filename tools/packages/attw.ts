import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { kitFile } from '../release-kit.ts'
import type { Manifest } from './published.ts'

/** Our packages are ES modules only, so these two do not apply: `require` of an ES module is up to Node. */
const ignored = new Set(['node10', 'node16-cjs'])

interface Problem {
  readonly kind: string
  readonly entrypoint?: string
  readonly resolutionKind?: string
}

/** Lists the findings of Are The Types Wrong in a tarball, one line each; empty if there are none. */
export async function attwFindings(tarball: string, manifest: Manifest): Promise<readonly string[]> {
  const excluded = dataEntries(manifest.exports ?? {})
  const exclude = excluded.length === 0 ? [] : ['--exclude-entrypoints', ...excluded]
  const { code, output } = await attw([tarball, '--profile', 'esm-only', '--format', 'json', ...exclude], tarball)
  if (code === 0) return []
  const found = problemsIn(output)
  return found.length > 0 ? found : [`attw ended with ${code}: ${output.slice(0, 2000)}`]
}

/** Writes the output to a file beside the tarball, because attw exits before a pipe has received all of it. */
async function attw(args: readonly string[], tarball: string) {
  const printed = `${tarball}.attw`
  const file = await open(printed, 'w')
  try {
    const cli = kitFile('@arethetypeswrong/cli/dist/index.js')
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', file.fd, file.fd] })
    const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
    return { code, output: await readFile(printed, 'utf8') }
  } finally {
    await file.close()
  }
}

function problemsIn(output: string): readonly string[] {
  if (!output.startsWith('{')) return []
  const byKind: Readonly<Record<string, readonly Problem[]>> = JSON.parse(output).problems ?? {}
  return Object.values(byKind)
    .flat()
    .filter(({ resolutionKind = '' }) => !ignored.has(resolutionKind))
    .map(({ kind, entrypoint = '', resolutionKind = '' }) => `${entrypoint}: ${kind} (${resolutionKind})`)
}

/** The entries that are data files, by their names in attw: they have no types to check. */
export function dataEntries(exports: Readonly<Record<string, unknown>>): readonly string[] {
  const isData = (target: unknown) => typeof target === 'string' && !/\.[cm]?js$/.test(target)
  return Object.keys(exports)
    .filter((entry) => isData(exports[entry]))
    .map((entry) => entry.replace(/^\.\//, ''))
}
