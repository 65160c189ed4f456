import { expect, test } from 'vitest'
import { describeRejection, type Rejection } from './rejection.ts'

test.for<[Rejection, string]>([
  [{ reason: 'path', status: 404 }, 'Resource not found.'],
  [{ reason: 'method', status: 405, allow: ['GET'] }, 'This resource supports only GET.'],
  [{ reason: 'method', status: 405, allow: ['GET', 'PUT'] }, 'This resource supports only GET, PUT.'],
  [{ reason: 'credentialsMissing', status: 401 }, 'The request has no credentials.'],
  [{ reason: 'credentialsRefused', status: 401, because: 'secret' }, 'The credentials were not accepted.'],
  [{ reason: 'accept', status: 406, available: ['a/b', 'c/d'] }, 'This resource is available only as a/b, c/d.'],
  [{ reason: 'contentType', status: 415, expected: ['a/b', 'c/d'] }, 'The request body must be a/b or c/d.'],
  [{ reason: 'bodyMissing', status: 400 }, 'The request has no body.'],
  [{ reason: 'bodyMalformed', status: 400 }, 'The request body is not valid JSON.'],
])('%j is described in one sentence', ([rejection, text]) => {
  expect(describeRejection(rejection)).toBe(text)
})

test('each problem of an invalid request is described with its location', () => {
  const problem = { keyword: 'type', message: 'must be integer' }
  const problems = [
    { ...problem, in: 'query', name: 'size', pointer: '' },
    { ...problem, in: 'query', name: 'sizes', pointer: '/1' },
    { ...problem, in: 'body', pointer: '' },
    { ...problem, in: 'body', pointer: '/count' },
  ] as const
  expect(describeRejection({ reason: 'invalid', status: 400, problems })).toBe(
    'The request is invalid: query parameter size must be integer; query parameter sizes /1 must be integer; body must be integer; body /count must be integer.',
  )
})
