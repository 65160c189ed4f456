import { expect, test } from 'vitest'
import { type PendingChangeset, promisesOf, type Versions } from './promises.ts'

const scope = '@partner-upgrades/'
const versions = (name: string, dependencies: readonly string[], more: Partial<Versions> = {}): Versions => ({
  name: scope + name,
  dependencies: dependencies.map((each) => scope + each),
  version: '1.2.0',
  released: '1.2.0',
  isOut: true,
  ...more,
})
const packages = [
  versions('bulk', ['client']),
  versions('client', ['spec']),
  versions('credentials', []),
  versions('spec', []),
]
const promise = (releases: Record<string, 'patch' | 'minor' | 'major'>): PendingChangeset => ({
  releases: Object.entries(releases).map(([name, type]) => ({ name: scope + name, type })),
})
const inShort = (promises: ReturnType<typeof promisesOf>) =>
  promises.map(({ name, needs, promised, kept }) => [name.slice(scope.length), needs, promised, kept])

test('every package that depends on the specification is bumped with it', () => {
  expect(inShort(promisesOf(packages, [promise({ spec: 'major', client: 'minor' })], 'breaking'))).toEqual([
    ['bulk', 'major', 'none', false],
    ['client', 'major', 'minor', false],
    ['spec', 'major', 'major', true],
  ])
})

test('the highest bump of the changesets counts, and a higher one than needed is accepted', () => {
  const changesets = [promise({ spec: 'patch', client: 'minor' }), promise({ spec: 'major', bulk: 'minor' })]
  expect(inShort(promisesOf(packages, changesets, 'feature'))).toEqual([
    ['bulk', 'minor', 'minor', true],
    ['client', 'minor', 'minor', true],
    ['spec', 'minor', 'major', true],
  ])
})

test('a corrected text needs a patch of the specification, which its dependents follow', () => {
  expect(inShort(promisesOf(packages, [], 'fix'))).toEqual([
    ['bulk', 'none', 'none', true],
    ['client', 'none', 'none', true],
    ['spec', 'patch', 'none', false],
  ])
})

test('without a change nothing is needed', () => {
  expect(promisesOf(packages, [], undefined).every(({ kept }) => kept)).toBe(true)
})

test('an unpublished version may still be bumped by the pending changesets; a published one may not', () => {
  const waiting = versions('spec', [], { version: '2.0.0', isOut: false })
  const out = versions('spec', [], { version: '2.0.0', isOut: true })
  expect(inShort(promisesOf([waiting], [], 'breaking'))).toEqual([['spec', 'major', 'major', true]])
  expect(inShort(promisesOf([out], [], 'breaking'))).toEqual([['spec', 'major', 'none', false]])
})

test('a new package has no users, so nothing in it can break', () => {
  const [bulk] = promisesOf([versions('bulk', ['spec'], { released: undefined, isOut: false })], [], 'breaking')
  expect(bulk).toMatchObject({ needs: 'none', kept: true })
})

test('a breaking change before 1.0 is a major change, too', () => {
  const early = versions('spec', [], { version: '0.3.0', released: '0.3.0' })
  expect(inShort(promisesOf([early], [promise({ spec: 'minor' })], 'breaking'))).toEqual([
    ['spec', 'major', 'minor', false],
  ])
})
