import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { sandboxFile } from '../../sandboxes/install.ts'
import type { Connect } from './clients/client.ts'

/** A folder with an edition, the clients generated from it, and the programs that use them. */
export interface Workshop {
  /** Runs a tool of the sandbox, or a script of `clients` (`./…`), in the folder. Resolves to its output, or rejects with it on failure. */
  run(script: string, ...args: readonly string[]): Promise<string>
  /** Bundles and loads the program that uses a generated client. */
  load(client: string): Promise<Connect>
  remove(): void
}

/** Creates a workshop for a document; `baseUrl` is for generators that write it into their clients. */
export function openWorkshop(document: string, baseUrl: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'generators-'))
  cpSync(join(import.meta.dirname, 'clients'), folder, { recursive: true })
  cpSync(document, join(folder, 'openapi.json'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  symlinkSync(sandboxFile('generators', ''), join(folder, 'node_modules'))
  return {
    run: async (script, ...args) => {
      const command = [script.startsWith('./') ? script : sandboxFile('generators', script), ...args]
      // CI may set FORCE_COLOR: with both variables, Node warns on stderr.
      const { FORCE_COLOR, ...rest } = process.env
      const env = { ...rest, BASE_URL: baseUrl, NO_COLOR: '1' }
      const options = { cwd: folder, env, maxBuffer: 16 * 1024 * 1024 }
      try {
        const { stdout, stderr } = await promisify(execFile)(process.execPath, command, options)
        return stdout + stderr
      } catch (error) {
        const { stdout, stderr } = Object(error)
        throw new Error(`${script} ${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error })
      }
    },
    load: async (client) => {
      const outfile = join(folder, 'programs', `${client}.js`)
      mkdirSync(join(folder, 'programs'), { recursive: true })
      await build({
        entryPoints: [join(folder, `${client}.ts`)],
        outfile,
        bundle: true,
        packages: 'external',
        format: 'esm',
        platform: 'node',
        logLevel: 'error',
      })
      const program: { readonly connect: Connect } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
      return program.connect
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
