import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { kitFile } from '../release-kit.ts'
import type { Manifest } from './published.ts'

/** Packages of ours are ES modules only, so these two are not for them: `require` of one is Node's own business. */
const ignored = new Set(['node10', 'node16-cjs'])

interface Problem {
  readonly kind: string
  readonly entrypoint?: string
  readonly resolutionKind?: string
}

/** Where the types of a tarball are wrong, a line each, says Are The Types Wrong; empty when nowhere. */
export async function attwFindings(tarball: string, manifest: Manifest): Promise<readonly string[]> {
  const excluded = dataEntries(manifest.exports ?? {})
  const exclude = excluded.length === 0 ? [] : ['--exclude-entrypoints', ...excluded]
  const { code, output } = await attw([tarball, '--profile', 'esm-only', '--format', 'json', ...exclude], tarball)
  if (code === 0) return []
  const found = problemsIn(output)
  return found.length > 0 ? found : [`attw ended with ${code}: ${output.slice(0, 2000)}`]
}

/** It ends before a pipe has taken all that it prints; a file beside the tarball does. */
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

/** Entries that are files of data, by the names attw has for them: there are no types to be wrong. */
export function dataEntries(exports: Readonly<Record<string, unknown>>): readonly string[] {
  const isData = (target: unknown) => typeof target === 'string' && !/\.[cm]?js$/.test(target)
  return Object.keys(exports)
    .filter((entry) => isData(exports[entry]))
    .map((entry) => entry.replace(/^\.\//, ''))
}
