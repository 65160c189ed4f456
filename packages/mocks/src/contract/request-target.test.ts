import { expect, test } from 'vitest'
import { pathOf, queryOf, withoutQuery } from './request-target.ts'

// RFC 3986, section 3.4: the query begins at the first question mark, and may have others.
test.for([
  ['/things', '/things', ''],
  ['/things?', '/things', ''],
  ['/things?a=1', '/things', 'a=1'],
  ['/?a=1', '/', 'a=1'],
  ['/things?a=b?c', '/things', 'a=b?c'],
  ['?a=1', '', 'a=1'],
])('%s has the path "%s" and the query "%s"', ([target, path, query]) => {
  expect([pathOf(target ?? ''), queryOf(target ?? '')]).toEqual([path, query])
})

test.for([
  ['https://a.example/b', 'https://a.example/b'],
  ['https://a.example/b?secret=1', 'https://a.example/b'],
  ['https://a.example/b#secret', 'https://a.example/b'],
  ['/b?one=1\n2#three', '/b'],
])('of %s, only %s is shown', ([url, shown]) => {
  expect(withoutQuery(url ?? '')).toBe(shown)
})
