import { expect, test } from 'vitest'
import { productionTree } from './production-tree.ts'

const lock = {
  'packages/app': { version: '0.0.0', dependencies: { lib: '1', a: '1' } },
  'packages/lib': { version: '0.0.0', license: 'MIT', dependencies: { a: '2' } },
  'node_modules/lib': { resolved: 'packages/lib', link: true },
  'node_modules/a': { version: '1.0.0', dependencies: { b: '1' }, peerDependencies: { peer: '1' } },
  'packages/lib/node_modules/a': { version: '2.0.0' },
  'node_modules/b': { version: '1.0.0', peerDependencies: { d: '1' }, peerDependenciesMeta: { d: { optional: true } } },
  'node_modules/peer': { version: '1.0.0' },
  'node_modules/d': { version: '1.0.0' },
  'node_modules/test-runner': { version: '1.0.0' },
}
const versions = (path: string) =>
  Object.fromEntries(Object.entries(productionTree(lock, path)).map(([place, { version }]) => [place, version]))

test('transitive dependencies and required peers are installed; optional peers and other workspaces are not', () => {
  expect(versions('packages/app')).toEqual({
    'node_modules/a': '1.0.0',
    'node_modules/b': '1.0.0',
    'node_modules/lib': '0.0.0',
    'node_modules/lib/node_modules/a': '2.0.0',
    'node_modules/peer': '1.0.0',
  })
})

test("a workspace's own dependencies are hoisted for those who install it", () => {
  expect(versions('packages/lib')).toEqual({ 'node_modules/a': '2.0.0' })
})

test('the licence of a package of ours is read from the workspace, not from the link', () => {
  expect(productionTree(lock, 'packages/app')['node_modules/lib']?.license).toBe('MIT')
})

test('a dependency without an entry is an error that says who needs it', () => {
  const broken = { 'packages/app': { dependencies: { gone: '1' } } }
  expect(() => productionTree(broken, 'packages/app')).toThrow('no entry for gone, which packages/app needs')
})

test('two versions of a package are installed in different folders', () => {
  const own = { ...lock, 'packages/app/node_modules/a': { version: '3.0.0' }, 'packages/lib/node_modules/a': undefined }
  const { 'packages/lib/node_modules/a': _, ...shared } = own
  const tree = productionTree(shared, 'packages/app')
  expect(tree['node_modules/a']?.version).toBe('3.0.0')
  expect(tree['node_modules/lib/node_modules/a']?.version).toBe('1.0.0')
})
