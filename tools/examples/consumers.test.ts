import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repositoryField } from '../release/repository.ts'
import { type Consumer, installedVersions, joinRequests, keepWithin } from './consumers.ts'

let consumer: Consumer

beforeEach(() => {
  consumer = { name: 'a', folder: mkdtempSync(join(tmpdir(), 'consumer-')) }
})
afterEach(() => rmSync(consumer.folder, { recursive: true }))

test('a consumer accepts any compatible version of ours, and the same versions of others as before', () => {
  const file = join(consumer.folder, 'package.json')
  writeFileSync(file, JSON.stringify({ dependencies: { '@partner-upgrades/client': 'latest', msw: '3.0.5' } }))
  keepWithin(
    consumer,
    new Map([
      ['@partner-upgrades/client', '0.4.1'],
      ['@partner-upgrades/mocks', '0.2.0'],
    ]),
  )
  expect(JSON.parse(readFileSync(file, 'utf8')).dependencies).toEqual({
    '@partner-upgrades/client': '^0.4.1',
    msw: '3.0.5',
  })
})

test('installed packages of ours are read from the lock file, at any depth', () => {
  const lock = join(consumer.folder, 'package-lock.json')
  const packages = {
    '': {},
    'node_modules/@partner-upgrades/client': { version: '1.0.0' },
    'node_modules/@partner-upgrades/client/node_modules/@partner-upgrades/spec': { version: '2.0.0' },
    'node_modules/msw': { version: '3.0.5' },
  }
  writeFileSync(lock, JSON.stringify({ packages }))
  expect([...installedVersions(lock)]).toEqual([
    ['@partner-upgrades/client', '1.0.0'],
    ['@partner-upgrades/spec', '2.0.0'],
  ])
})

test('the packages of ours that consumers depend on are joined in one project', () => {
  const consumers = [
    { dependencies: { '@partner-upgrades/client': '^0.4.1', undici: '8.12.4' } },
    {
      dependencies: { '@partner-upgrades/client': '^0.4.1' },
      devDependencies: { '@partner-upgrades/mocks': '^0.2.0', msw: '3.0.5' },
    },
  ].map((manifest, index) => {
    const folder = join(consumer.folder, String(index))
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    return { name: `consumer ${index}`, folder }
  })
  const { folder } = joinRequests(consumers, join(consumer.folder, 'all'))
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies).toEqual({
    '@partner-upgrades/client': '^0.4.1',
    '@partner-upgrades/mocks': '^0.2.0',
  })
})

test('consumers that need different ranges of one package cannot be joined', () => {
  const consumers = ['^1.0.0', '^2.0.0'].map((range) => {
    const folder = join(consumer.folder, range)
    mkdirSync(folder)
    const manifest = { dependencies: { '@partner-upgrades/client': range } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    return { name: range, folder }
  })
  expect(() => joinRequests(consumers, join(consumer.folder, 'all'))).toThrow(
    '^2.0.0 asks for ^2.0.0 of @partner-upgrades/client, and another example for ^1.0.0.',
  )
})

test('provenance names the source folder of a package', () => {
  expect(repositoryField('https://git.example/owner/name', 'packages/client')).toEqual({
    type: 'git',
    url: 'git+https://git.example/owner/name.git',
    directory: 'packages/client',
  })
})

test.for([
  '',
  'git@git.example:owner/name',
  'http://git.example/owner/name',
  'https://git.example/owner',
  'https://git.example/owner/name;rm',
])('"%s" is not the address of a repository', (url) => {
  expect(() => repositoryField(url, 'packages/client')).toThrow('https://HOST/OWNER/NAME')
})
