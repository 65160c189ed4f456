import { expect, test } from 'vitest'
import { folderCycles } from './folder-cycles.ts'

const imports = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split(' ')
    return { from, to }
  })

test('folders that import each other in one direction are fine', () => {
  expect(
    folderCycles(imports('src/a/x.ts src/b/x.ts', 'src/a/y.ts src/b/deep/x.ts', 'src/index.ts src/a/x.ts')),
  ).toEqual([])
})

test('a folder may import from its parent, as long as the parent does not import from it', () => {
  expect(folderCycles(imports('src/index.ts src/a/x.ts', 'src/a/x.ts src/json.ts'))).toEqual([])
  expect(folderCycles(imports('src/json.ts src/a/x.ts', 'src/a/y.ts src/json.ts'))).toEqual([
    'src/a -> src/json.ts -> src/a',
  ])
})

test('a cycle through several folders is reported once', () => {
  expect(folderCycles(imports('src/c/x.ts src/a/x.ts', 'src/a/x.ts src/b/x.ts', 'src/b/y.ts src/c/y.ts'))).toEqual([
    'src/a -> src/b -> src/c -> src/a',
  ])
})

test('subfolders count as part of their folder, and have cycles of their own', () => {
  expect(folderCycles(imports('src/a/deep/x.ts src/b/x.ts', 'src/b/x.ts src/a/y.ts'))).toEqual([
    'src/a -> src/b -> src/a',
  ])
  expect(folderCycles(imports('src/a/one/x.ts src/a/two/x.ts', 'src/a/two/y.ts src/a/one/y.ts'))).toEqual([
    'src/a/one -> src/a/two -> src/a/one',
  ])
})
