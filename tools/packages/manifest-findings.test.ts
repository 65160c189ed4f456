import { describe, expect, test } from 'vitest'
import { dataEntries } from './attw.ts'
import { bundledFindings, isPermissive } from './licences.ts'
import { licenceFindings, manifestFindings } from './manifest-findings.ts'

const manifest = { name: '@ours/a', version: '1.0.0', license: 'MIT' }
const published = new Set(['@ours/a', '@ours/b'])

test('a peer dependency on a package of ours is refused, optional or not', () => {
  const peers = { ...manifest, peerDependencies: { '@ours/b': '^1.0.0', msw: '^3.0.0' } }
  expect(manifestFindings(peers, published)).toEqual([expect.stringContaining('@ours/b is a peer')])
})

test('a dependency on a private package of ours is refused', () => {
  const broken = { ...manifest, dependencies: { '@ours/b': '1.0.0', '@ours/private': '0.0.0' } }
  expect(manifestFindings(broken, published)).toEqual([expect.stringContaining('@ours/private is a dependency')])
})

test('a package declares the licence of the project', () => {
  expect(manifestFindings({ name: '@ours/a', version: '1.0.0' }, published)).toEqual([
    "its licence is undefined, the project's is MIT",
  ])
})

describe('licences', () => {
  test.for(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'Apache-2.0'])('%s is permissive', (expression) => {
    expect(isPermissive(expression)).toBe(true)
  })

  test.for(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'MPL-2.0', 'SEE LICENSE IN FILE', ''])(
    '%s is not',
    (expression) => {
      expect(isPermissive(expression)).toBe(false)
    },
  )

  test('a dependency with another licence, or none, is named', () => {
    const tree = {
      'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-only' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/c': { version: '3.0.0', license: 'MIT' },
    }
    expect(licenceFindings(tree)).toEqual([
      expect.stringContaining('a 1.0.0 comes under AGPL-3.0-only'),
      'b 2.0.0 names no licence',
    ])
  })
})

test('bundled packages are read from their licence notices', () => {
  const notices = 'commander 15.1.0 (MIT)\n\n(The MIT License)\n\n---\n\n@a/b 1.0.0 (GPL-3.0-only)\n\nGNU'
  expect(bundledFindings(notices)).toEqual([expect.stringContaining('@a/b 1.0.0 is bundled, under GPL-3.0-only')])
  expect(bundledFindings('')).toEqual(['its notices of bundled libraries name none'])
})

test('data entries are distinguished from code, which must have types', () => {
  const exports = { '.': { default: './dist/index.js' }, './a.yaml': './src/a.yaml', './code': './dist/code.js' }
  expect(dataEntries(exports)).toEqual(['a.yaml'])
})
