// A megabyte in any part of a request: a parser that rescans it from each character takes minutes.
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
])('a long header %s', async ([name = '', value = '']) => {
  expect((await handle(new Request(thing, { headers: { [name]: value } })))?.status).toBeTypeOf('number')
})

test.for([
  ['in the path', `${thing}/${long('a')}`],
  ['of slashes', `${thing}${long('/')}x`],
  ['of escapes', `${thing}${long('%2f')}`],
  ['in the query', `${thing}?${long('part=')}`],
  ['of separators', `${thing}?${long('&')}`],
])('a URL with a megabyte %s', async ([, url = '']) => {
  const response = await handle(new Request(url))
  expect(response === undefined || response.status > 0).toBe(true)
})

test('a long segment that mixes text and parameters', () => {
  const route = createRouter([['/compare/{base}-{head}-x', 'compare']])
  expect(route(`/compare/${long('-')}`)).toBeUndefined()
  expect(route(`/compare/a-${long('-')}-x`)?.parameters).toEqual(['a', long('-')])
})

test('a long base URL and a long template', () => {
  expect(createBaseUrlMatcher([`https://things.example/${long('/')}x`])(thing)).toBeUndefined()
  expect(createRouter([[`/${long('{')}`, 1]])('/')).toBeUndefined()
})
