import { expect, test } from 'vitest'
import { lockFindings } from './lock-complete.ts'

test('a lock that has every platform package it names is complete', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } }, 'node_modules/a-linux': {} }
  expect(lockFindings(packages)).toEqual([])
})

test('a platform package without an entry is named', () => {
  const packages = { 'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-mac': '1.0.0' } } }
  expect(lockFindings(packages)).toEqual(['node_modules/a@1.0.0: the lock has no entry for a-mac'])
})

test('an entry that names the host it came from is a finding', () => {
  const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } }
  expect(lockFindings(packages)).toEqual(["node_modules/a: names a registry's host (registry.example)"])
})
