import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles a program of this folder, as users compile theirs, so that compilation is not part of the measurement. */
export async function compile(name: string): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'bulk-')), `${name}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@partner-upgrades/source'],
    logLevel: 'warning',
  })
  return outfile
}

/** Runs a compiled program to its end, and reads the JSON that it printed last. */
export async function run(program: string, args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${printed}`)
  return Object(JSON.parse(printed.trim().split('\n').at(-1) ?? ''))
}

/** Starts a compiled server, and waits for the URL that it prints. */
export async function serve(program: string, args: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const url of createInterface({ input: child.stdout })) return { url, child }
  throw new Error(`${program} printed no URL`)
}
