import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../test/partner-center.ts'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../..', import.meta.url))

/** Lists what a command loads: libraries and packages of this workspace by name, the fault catalogue and our own files by path. */
async function loadedBy(args: readonly string[]): Promise<readonly string[]> {
  const { env } = await setStage({ upgrades: [{ customerId, status: 'Completed' }] })
  const file = join(env.XDG_STATE_HOME ?? '', 'modules')
  const trace = fileURLToPath(new URL('../test/trace-modules.ts', import.meta.url))
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const flags = ['--conditions=@partner-upgrades/source', '--import', trace, main]
  await run(process.execPath, [...flags, ...args], { env: { ...env, MODULES_FILE: file } })
  const urls = readFileSync(file, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'))
  const names = urls.map((url) => {
    const path = fileURLToPath(url)
    const [, library] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
    return (
      library ??
      path
        .slice(packages.length)
        .replace(/^(?!cli\/|.*\/(?:faults|guid)\.ts$)([^/]+)\/.*/, '$1')
        .replace(/^cli\/src\//, '')
    )
  })
  return [...new Set(names)].sort()
}

/** The modules of the command line itself. */
const frame =
  /^(commander|(main|start|run|program|manifest)\.ts|spec\/src\/guid\.ts|process\/\S+|terminal\/(paint|duration)\.ts|errors\/cli-error\.ts|commands?\/(options|index|[a-z]+\/command)\.ts)$/

const beyondFrame = async (args: readonly string[]): Promise<readonly string[]> =>
  (await loadedBy(args)).filter(
    (name) => !frame.test(name) && !/^(terminal|upgrades|state|commands\/[a-z]+)\//.test(name),
  )

test.for(['--help', 'upgrade --help', '--version'])("%s loads only the commands' definitions", async (line) => {
  expect((await loadedBy(line.split(' '))).filter((name) => !frame.test(name))).toEqual([])
})

test('explain loads the fault catalogue, but neither client nor credentials', async () => {
  // Apart from the catalogue, only the list of codes is loaded from spec.
  const catalogue = ['spec', 'spec/src/generated/faults.ts']
  expect(await beyondFrame(['explain', '900105'])).toEqual(['errors/setting-names.ts', ...catalogue])
})

test('status with a token loads the client, but neither credentials nor the fault catalogue', async () => {
  const names = ['client', 'credential', 'network', 'proxy', 'service', 'settling-view', 'trust']
  const own = ['errors/connection-code.ts', ...names.map((name) => `session/${name}.ts`)]
  expect(await beyondFrame(['status', customerId])).toEqual(['client', 'openapi-fetch', 'spec', ...own].sort())
})
