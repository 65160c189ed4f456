import { expect, test } from 'vitest'
import { listFindings, listOf, parseList, printList } from './list.ts'

const tarball = { name: '@ours/a', file: 'a.tgz', paths: ['README.md', 'dist/index.js'], unpackedSize: 80_000 }
const tree = {
  'node_modules/@ours/b': { version: '1.0.0', license: 'MIT' },
  'node_modules/c': { version: '2.0.0', license: 'ISC' },
}
const list = listOf(tarball, tree, new Set(['@ours/a', '@ours/b']))

test('a package passes its own reviewed list', () => {
  const reviewed = parseList(printList('@ours/a', list))
  expect(reviewed).toEqual(list)
  expect(listFindings(reviewed, list, tarball)).toEqual([])
})

test('an unexpected file is named, and so is a missing one', () => {
  const stray = { ...list, files: ['README.md', 'notes.txt'] }
  expect(listFindings(list, stray, tarball)).toEqual([
    'notes.txt is in the tarball and not on the list',
    'dist/index.js is on the list and not in the tarball',
  ])
})

test('a dependency that is new, or has another version or licence, is named', () => {
  const moved = listOf(tarball, { 'node_modules/c': { version: '2.0.1', license: 'ISC' } }, new Set())
  expect(listFindings(list, moved, tarball)).toEqual([
    'c 2.0.1 ISC is installed with it and not listed',
    '@ours/b MIT is listed and not installed with it',
    'c 2.0.0 ISC is listed and not installed with it',
  ])
})

test('a package over its size limit is reported with the excess', () => {
  expect(listFindings(list, list, { ...tarball, unpackedSize: 100_001 })).toEqual([
    '101 kB unpacked, 100 kB are allowed',
  ])
})

test('a mangled list is refused as a whole', () => {
  expect(listFindings(parseList('mangled'), list, tarball)).toContain('README.md is in the tarball and not on the list')
  expect(listFindings(parseList('mangled'), list, tarball)).toContain('80 kB unpacked, NaN kB are allowed')
})
