import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLock } from '../lock.ts'
import { lockFindings } from '../lock-complete.ts'
import { publishedPackages } from '../packages/published.ts'
import { installScriptFindings } from './install-scripts.ts'
import { billOf } from './sbom.ts'

const root = join(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--', '*package-lock.json'], {
  cwd: root,
  encoding: 'utf8',
})
const locks = tracked.split('\n').filter((file) => file !== '')

describe.each(locks)('%s', (file) => {
  const packages = readLock(join(root, file))

  test('is complete, and has a hash for each package', () => {
    expect(lockFindings(packages)).toEqual([])
  })

  test('has only install scripts that have been decided on', () => {
    const { allowScripts = {} } = JSON.parse(readFileSync(join(root, dirname(file), 'package.json'), 'utf8'))
    expect(installScriptFindings(packages, allowScripts)).toEqual([])
  })
})

test('the lock file of the workspace is among those that are checked', () => {
  expect(locks).toContain('package-lock.json')
})

test('a new install script, and a decision about a removed one, are named', () => {
  const lock = {
    'node_modules/new': { hasInstallScript: true },
    'node_modules/alias': { name: 'known', hasInstallScript: true },
    'node_modules/plain': {},
  }
  expect(installScriptFindings(lock, { known: false, gone: true })).toEqual([
    'new has an install script nobody has decided on',
    'gone is on the list and has no install script',
  ])
})

describe('the bill of materials of the client', () => {
  const client = publishedPackages(root).find(({ shortName }) => shortName === 'client')
  interface Component {
    readonly name: string
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
    readonly licenses?: readonly { readonly license: { readonly id: string } }[]
  }

  test('lists exactly what users install, each with its licence, and with a hash unless it is ours', async () => {
    if (client === undefined) throw new Error('The client is not published.')
    const bill: { readonly metadata: { readonly component: Component }; readonly components: readonly Component[] } =
      JSON.parse(await billOf(readLock(join(root, 'package-lock.json')), client))
    expect(bill.metadata.component.name).toBe('@partner-upgrades/client')
    expect(bill.components.map(({ name }) => name)).toEqual([
      '@partner-upgrades/spec',
      'openapi-fetch',
      'openapi-typescript-helpers',
    ])
    for (const { name, hashes = [], licenses = [] } of bill.components) {
      expect(licenses, name).toEqual([{ license: { id: 'MIT' } }])
      if (name.startsWith('@partner-upgrades/')) continue
      // The same digest, in hexadecimal there and in base64 in the lock file.
      const { integrity = '' } = readLock(join(root, 'package-lock.json'))[`node_modules/${name}`] ?? {}
      expect(hashes.map(({ content }) => `sha512-${Buffer.from(content, 'hex').toString('base64')}`)).toEqual([
        integrity,
      ])
    }
  })
})
