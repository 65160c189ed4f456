import { expect, test } from 'vitest'
import { createBaseUrlMatcher } from './base-urls.ts'

test('a URL of a known origin yields its path and query', () => {
  const bases = createBaseUrlMatcher(['https://a.example', 'https://b.example/'])
  expect(bases('https://a.example/v1/things?x=1#y')).toBe('/v1/things?x=1')
  expect(bases('https://b.example/v1')).toBe('/v1')
})

test('a URL of another origin matches nothing, however similar', () => {
  const bases = createBaseUrlMatcher(['https://a.example'])
  expect(bases('https://a.example.org/v1')).toBeUndefined()
  expect(bases('https://a.example:8443/v1')).toBeUndefined()
  expect(bases('http://a.example/v1')).toBeUndefined()
  expect(bases('https://b.example/?https://a.example/v1')).toBeUndefined()
})

test('a base URL may have a path, in any case', () => {
  const bases = createBaseUrlMatcher(['https://a.example/Api/v3/'])
  expect(bases('https://a.example/api/V3/things')).toBe('/things')
  expect(bases('https://a.example/api/v3')).toBe('')
  expect(bases('https://a.example/api/v33/things')).toBeUndefined()
})

test('a base URL without an origin matches every origin', () => {
  expect(createBaseUrlMatcher(['/api'])('http://localhost:3000/api/things')).toBe('/things')
})

test('if origins are ignored, only the path counts', () => {
  const bases = createBaseUrlMatcher(['https://a.example/api'])
  expect(bases('http://127.0.0.1:4010/api/things', true)).toBe('/things')
  expect(bases('/api/things', true)).toBe('/things')
  expect(bases('/things', true)).toBeUndefined()
})

test('an invalid base URL is refused', () => {
  expect(() => createBaseUrlMatcher(['a.example'])).toThrow('a.example')
})

test('what follows a base URL is a path, a query, or nothing at all', () => {
  const [root, api] = [createBaseUrlMatcher(['https://a.example']), createBaseUrlMatcher(['https://a.example/api//'])]
  expect(root('https://a.example')).toBe('')
  expect(root('https://a.example/')).toBe('/')
  expect(api('https://a.example/api?x=1')).toBe('?x=1')
  expect(api('https://a.example/api#top')).toBe('')
  expect(api('https://a.example/api/things')).toBe('/things')
  expect(api('https://a.example/api-things')).toBeUndefined()
})
