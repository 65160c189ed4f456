// A megabyte in any part of a request: whoever reads it at each of its characters anew is busy for minutes.
import { expect, test } from 'vitest'
import { smallMock } from '../../test/small-mock.ts'
import { toHandle } from '../adapters/handle.ts'
import { createBaseUrlMatcher } from './base-urls.ts'
import { createRouter } from './path-router.ts'

const megabyte = 2 ** 20
const handle = toHandle(smallMock())
const thing = 'https://things.example/api/things/1'
const long = (unit: string): string => unit.repeat(megabyte / unit.length)

test.for([
  ['Accept', long(', ')],
  ['Accept', long('; ')],
  ['Accept', `text/html;${long('q ')}`],
  ['Accept', long('*/*;')],
  ['Prefer', long(', ')],
  ['Prefer', long(',code')],
  ['Prefer', long(',x="')],
  ['X-Depth', long('1')],
  ['Authorization', `Bearer${long(' ')}x`],
  ['Cookie', long(';= ')],
])('%s', async ([name = '', value = '']) => {
  expect((await handle(new Request(thing, { headers: { [name]: value } })))?.status).toBeTypeOf('number')
})

test.for([
  ['of the path', `${thing}/${long('a')}`],
  ['of slashes', `${thing}${long('/')}x`],
  ['of escapes', `${thing}${long('%2f')}`],
  ['of the query', `${thing}?${long('part=')}`],
  ['of separators', `${thing}?${long('&')}`],
])('a URL: %s', async ([, url = '']) => {
  const response = await handle(new Request(url))
  expect(response === undefined || response.status > 0).toBe(true)
})

test('a segment that mixes text and parameters', () => {
  const route = createRouter([['/compare/{base}-{head}-x', 'compare']])
  expect(route(`/compare/${long('-')}`)).toBeUndefined()
  expect(route(`/compare/a-${long('-')}-x`)?.parameters).toEqual(['a', long('-')])
})

test('a base URL, and a template', () => {
  expect(createBaseUrlMatcher([`https://things.example/${long('/')}x`])(thing)).toBeUndefined()
  expect(createRouter([[`/${long('{')}`, 1]])('/')).toBeUndefined()
})
