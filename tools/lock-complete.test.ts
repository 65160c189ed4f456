import { expect, test } from 'vitest'
import { lockFindings } from './lock-complete.ts'

test('a lock that has every platform package it names is complete', () => {
  const integrity = 'sha512-AAAA'
  const packages = {
    '': { version: '1.0.0' },
    'packages/ours': { version: '1.0.0' },
    'node_modules/ours': { link: true, resolved: 'packages/ours' },
    'node_modules/a': { integrity, optionalDependencies: { 'a-linux': '1.0.0' } },
    'node_modules/a-linux': { integrity },
    'node_modules/a/node_modules/bundled': { inBundle: true },
  }
  expect(lockFindings(packages)).toEqual([])
})

test('a platform package without an entry is named', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-AAAA', optionalDependencies: { 'a-mac': '1.0.0' } },
  }
  expect(lockFindings(packages)).toEqual(['node_modules/a@1.0.0: the lock has no entry for a-mac'])
})

test('a lock entry that names its registry host is a finding', () => {
  const packages = { 'node_modules/a': { integrity: 'sha512-AAAA', resolved: 'https://registry.example/a.tgz' } }
  expect(lockFindings(packages)).toEqual(["node_modules/a: names a registry's host (registry.example)"])
})

test('a lock entry without an integrity hash is a finding', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha1-AAAA' },
  }
  expect(lockFindings(packages)).toEqual([
    'node_modules/a@1.0.0: has no integrity, so anything may be installed in its place',
    'node_modules/b@2.0.0: its integrity is not SHA-512',
  ])
})
