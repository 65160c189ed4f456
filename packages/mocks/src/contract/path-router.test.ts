import { expect, test } from 'vitest'
import { createRouter } from './path-router.ts'

const route = createRouter([
  ['/v1/productUpgrades', 'create'],
  ['/v1/productUpgrades/{upgrade-id}', 'read'],
  ['/v1/productUpgrades/{upgrade-id}/status', 'status'],
  ['/v1/productUpgrades/eligibility', 'eligibility'],
  ['/compare/{base}...{head}', 'compare'],
  ['/{kind}/special/end', 'special'],
])

test('a path matches its template in any case', () => {
  expect(route('/V1/PRODUCTUPGRADES')?.value).toBe('create')
  expect(route('/v1/productupgrades/ELIGIBILITY')?.value).toBe('eligibility')
})

test('a parameter keeps its case and may have a hyphen in its name', () => {
  expect(route('/v1/productupgrades/AbC/Status')).toEqual({ value: 'status', parameters: ['AbC'] })
})

test('literal text takes precedence over a parameter', () => {
  expect(route('/v1/productUpgrades/eligibility')?.value).toBe('eligibility')
  expect(route('/v1/productUpgrades/eligible')?.value).toBe('read')
})

test('literal text that does not match to the end falls back to a parameter', () => {
  expect(route('/v1/productUpgrades/eligibility/status')).toEqual({
    value: 'status',
    parameters: ['eligibility'],
  })
  expect(route('/v1/special/end')).toEqual({ value: 'special', parameters: ['v1'] })
})

test('a parameter on a path that does not match is dropped', () => {
  const both = createRouter([
    ['/things/{id}/parts', 'parts'],
    ['/{kind}/{id}/all', 'all'],
    ['/{kind}/{a}-{b}', 'pair'],
  ])
  expect(both('/things/7/all')).toEqual({ value: 'all', parameters: ['things', '7'] })
  expect(both('/things/1-2/all')).toEqual({ value: 'all', parameters: ['things', '1-2'] })
  expect(both('/things/1-2')).toEqual({ value: 'pair', parameters: ['things', '1', '2'] })
})

test('a trailing slash makes no difference', () => {
  expect(route('/v1/productUpgrades/')?.value).toBe('create')
  expect(createRouter([['/files/', 'list']])('/files')?.value).toBe('list')
})

// OpenAPI 3.1.1, section 4.8.8: a path is appended to the server's URL as it is; RFC 3986, section 6.2.2 leaves slashes alone.
test('paths that differ only in a trailing slash are distinct', () => {
  const both = createRouter([
    ['/', 'root'],
    ['/files', 'about'],
    ['/files/', 'list'],
    ['/files/{id}', 'read'],
    ['/files/{id}/', 'parts'],
  ])
  expect(['/', '/files', '/FILES/', '/files/1', '/files/1/'].map((path) => both(path)?.value)).toEqual([
    'root',
    'about',
    'list',
    'read',
    'parts',
  ])
})

test('percent-encoding is decoded in text, and left in parameters, including an encoded slash', () => {
  expect(route('/v1/product%55pgrades')?.value).toBe('create')
  expect(route('/v1/productUpgrades/a%2Fb/status')?.parameters).toEqual(['a%2Fb'])
})

test('an invalid percent-encoding is left for the parameter to reject', () => {
  expect(route('/v1/productUpgrades/%zz/status')?.parameters).toEqual(['%zz'])
})

test('an empty segment does not match a parameter', () => {
  expect(route('/v1/productUpgrades//status')).toBeUndefined()
})

test('a segment may mix text and parameters', () => {
  expect(route('/compare/main...topic')).toEqual({ value: 'compare', parameters: ['main', 'topic'] })
  expect(route('/compare/main')).toBeUndefined()
  expect(route('/compare/a%2E%2E%2Eb...c')?.parameters).toEqual(['a%2E%2E%2Eb', 'c'])
  expect(route('/compare/a%20b%2E%2E%2Ec')?.parameters).toEqual(['a%20b', 'c'])
})

test('a path that matches no template finds nothing', () => {
  expect(route('/')).toBeUndefined()
  expect(route('/v1/productUpgradesX')).toBeUndefined()
  expect(route('/v1/productUpgrades/a/status/b')).toBeUndefined()
})

test('names of inherited object properties are ordinary strings', () => {
  expect(route('/__proto__/constructor')).toBeUndefined()
  expect(createRouter([['/{__proto__}', 1]])('/x')).toEqual({ value: 1, parameters: ['x'] })
})
