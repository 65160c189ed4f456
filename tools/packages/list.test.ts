import { expect, test } from 'vitest'
import { listFindings, listOf, parseList, printList } from './list.ts'

const tarball = { name: '@ours/a', file: 'a.tgz', paths: ['README.md', 'dist/index.js'], unpackedSize: 80_000 }
const tree = {
  'node_modules/@ours/b': { version: '1.0.0', license: 'MIT' },
  'node_modules/c': { version: '2.0.0', license: 'ISC' },
}
const list = listOf(tarball, tree, new Set(['@ours/a', '@ours/b']))

test('a package passes the list that was written for it', () => {
  const reviewed = parseList(printList('@ours/a', list))
  expect(reviewed).toEqual(list)
  expect(listFindings(reviewed, list, tarball)).toEqual([])
})

test('a stray file is named, and so is one that is gone', () => {
  const stray = { ...list, files: ['README.md', 'notes.txt'] }
  expect(listFindings(list, stray, tarball)).toEqual([
    'notes.txt is in the tarball and not on the list',
    'dist/index.js is on the list and not in the tarball',
  ])
})

test('a dependency that came along, changed its version or its licence is named', () => {
  const moved = listOf(tarball, { 'node_modules/c': { version: '2.0.1', license: 'ISC' } }, new Set())
  expect(listFindings(list, moved, tarball)).toEqual([
    'c 2.0.1 ISC is installed with it and not listed',
    '@ours/b MIT is listed and not installed with it',
    'c 2.0.0 ISC is listed and not installed with it',
  ])
})

test('a package that outgrew its limit says by how much', () => {
  expect(listFindings(list, list, { ...tarball, unpackedSize: 100_001 })).toEqual([
    '101 kB unpacked, 100 kB are allowed',
  ])
})

test('a list that a person has mangled lets nothing pass', () => {
  expect(listFindings(parseList('mangled'), list, tarball)).toContain('README.md is in the tarball and not on the list')
  expect(listFindings(parseList('mangled'), list, tarball)).toContain('80 kB unpacked, NaN kB are allowed')
})
