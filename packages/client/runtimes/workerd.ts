import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { start, versionOf } from './binaries.ts'
import { bundle } from './bundle.ts'

const name = '@cloudflare/workerd-linux-64'

/** Runs the program in workerd, without its Node compatibility, and returns what it printed. */
export async function runInWorkerd(folder: string, baseUrl: string): Promise<string> {
  const { code } = await bundle(folder, 'program/worker.ts')
  await writeFile(join(folder, 'worker.js'), code)
  await writeFile(join(folder, 'workerd.capnp'), configuration(baseUrl, await versionOf(name)))
  return start(name, folder, 'test', 'workerd.capnp')
}

function configuration(baseUrl: string, version: string): string {
  return `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    ( name = "program",
      worker = (
        modules = [ ( name = "worker.js", esModule = embed "worker.js" ) ],
        compatibilityDate = "2026-11-01",
        bindings = [ ( name = "baseUrl", text = "${baseUrl}" ), ( name = "version", text = "${version}" ) ],
      ) ),
    # Loopback counts as private; nothing else can be reached.
    ( name = "internet", network = ( allow = [ "private" ] ) ),
  ],
);
`
}
