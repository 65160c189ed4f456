import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const workspace = join(import.meta.dirname, '..')
let consumer = ''

// A project that installs the client from its tarball. It is offline and has the tarballs of just these four packages: a
// fifth dependency could not be found.
const tarballsOf = [
  'packages/spec',
  'packages/client',
  'node_modules/openapi-fetch',
  'node_modules/openapi-typescript-helpers',
]

beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), 'consumer-'))
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const folders = tarballsOf.map((folder) => join(workspace, folder))
  const { stdout } = await run('npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    consumer,
    ...folders,
  ])
  const tarballs = tarballNames(JSON.parse(stdout)).map((name) => `./${name}`)
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', ...tarballs], { cwd: consumer })
}, 60_000)

afterAll(() => rm(consumer, { recursive: true, force: true }))

function tarballNames(packed: unknown): readonly string[] {
  if (typeof packed !== 'object' || packed === null) throw new TypeError('npm pack printed something other than JSON')
  return Object.values(packed).map(({ filename }) => String(filename))
}

test('installing the client adds exactly four packages', async () => {
  const entries = await readdir(join(consumer, 'node_modules'), { recursive: true })
  const packages = entries.filter((entry) =>
    /^((@[^/]+\/)?[^/@]+|.*\/node_modules\/(@[^/]+\/)?[^/@]+)\/package\.json$/.test(entry),
  )
  expect(packages.map((entry) => entry.replace(/\/package\.json$/, '')).sort()).toEqual([
    '@partner-upgrades/client',
    '@partner-upgrades/spec',
    'openapi-fetch',
    'openapi-typescript-helpers',
  ])
})

test('the installed client can be imported', async () => {
  const script =
    "import { createProductUpgradesClient } from '@partner-upgrades/client'; console.log(typeof createProductUpgradesClient)"
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: consumer })
  expect(stdout).toBe('function\n')
})
