import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentedIn, lacks } from './documented.ts'

/** The packages that must document everything they export, even between their own files. */
const packages = [
  'client',
  'credentials',
  'cli',
  'customer-lists',
  'store-proof',
  'bulk',
  'fleet',
  'mocks',
  'spec',
  'spec-diff',
  'negative-tests',
  'contract-tests',
]

const folders = packages.map((name) => join(import.meta.dirname, '../../packages', name))
const documented = documentedIn(folders)

test('every export and every field has a doc comment, with units and defaults', () => {
  expect(documented.flatMap(lacks)).toEqual([])
})

test('the check sees exports and members of every kind', () => {
  expect(documented.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'createProductUpgradesClient',
      'ProductUpgradesClient.create',
      'ProductUpgradesClientOptions.timeout',
      'Attempt.duration',
      'FaultError.code',
      'withOpenTelemetry',
      'createPartnerCredential',
      'upgradeCustomers',
    ]),
  )
})

test('the check finds what is missing', () => {
  const bare = { text: '', tags: [], takesUndefined: false, isFlag: false }
  expect(lacks({ ...bare, name: 'ProductUpgradesClient.x', kind: 'other' })).toEqual([
    'ProductUpgradesClient.x lacks a comment',
    'ProductUpgradesClient.x lacks @throws',
    'ProductUpgradesClient.x lacks @see',
  ])
  expect(lacks({ ...bare, name: 'A.timeout', kind: 'number' })).toEqual([
    'A.timeout lacks a comment',
    'A.timeout lacks its unit',
  ])
  expect(lacks({ ...bare, name: 'AOptions.x', kind: 'option' })).toEqual([
    'AOptions.x lacks a comment',
    'AOptions.x lacks @default',
    'AOptions.x lacks | undefined',
  ])
})
