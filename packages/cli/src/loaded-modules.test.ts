import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../testing/partner-center.ts'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../..', import.meta.url))

/** What a command loads: libraries and rooms of this workspace by their names, the catalogue of faults and our own files by path. */
async function loadedBy(args: readonly string[]): Promise<readonly string[]> {
  const { env } = await setStage({ upgrades: [{ customerId, status: 'Completed' }] })
  const file = join(env.XDG_STATE_HOME ?? '', 'modules')
  const trace = fileURLToPath(new URL('../testing/trace-modules.ts', import.meta.url))
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
        .replace(/^(?!cli\/|.*\/faults\.ts$)([^/]+)\/.*/, '$1')
        .replace(/^cli\/src\//, '')
    )
  })
  return [...new Set(names)].sort()
}

/** What the command line itself consists of. */
const frame =
  /^(commander|(main|start|run|program|host|paint|exit-codes|cli-error|guid|duration)\.ts|commands\/[a-z-]+\.ts)$/

const beyondFrame = async (args: readonly string[]): Promise<readonly string[]> =>
  (await loadedBy(args)).filter((name) => !frame.test(name) && !/^(actions|views|upgrade|state)\//.test(name))

test.for(['--help', 'upgrade --help', '--version'])('%s loads the frame, and no more', async (line) => {
  expect((await loadedBy(line.split(' '))).filter((name) => !frame.test(name))).toEqual([])
})

test('explain loads the catalogue, and neither client nor credentials', async () => {
  expect(await beyondFrame(['explain', '900105'])).toEqual(['spec/src/generated/faults.ts'])
})

test('status with a token loads the client, and neither the credentials package nor the catalogue', async () => {
  const own = ['client.ts', 'credentials/credential.ts', 'settings.ts', 'printable.ts']
  expect(await beyondFrame(['status', customerId])).toEqual(['client', 'openapi-fetch', 'spec', ...own].sort())
})
