import { expect, test } from 'vitest'
import { camelCase, createNames } from './identifiers.ts'

test.each<[readonly string[], string]>([
  [['getThing', 'thing-id'], 'getThingThingId'],
  [['get_thing', '200'], 'getThing200'],
  [['2fa'], '_2fa'],
  [['--'], '_'],
  [['application/problem+json; charset=utf-8'], 'applicationProblemJsonCharsetUtf8'],
  [['MS-RequestId'], 'MSRequestId'],
  [['', 'a', ''], 'a'],
])('the words %j become the identifier %s', (words, name) => {
  expect(camelCase(words)).toBe(name)
})

test('a name that is already taken gets the next free number', () => {
  const freeName = createNames(['a', 'a2'])
  expect([freeName('a'), freeName('a'), freeName('b'), freeName('b')]).toEqual(['a3', 'a4', 'b', 'b2'])
})
