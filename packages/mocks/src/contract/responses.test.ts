import { expect, test } from 'vitest'
import { response, smallOperation } from '../../test/small-contract.ts'
import { producedTypes, responseFor, responseKeys, statusFor } from './responses.ts'

const named = (...keys: readonly string[]) => ({
  ...smallOperation,
  responses: Object.fromEntries(keys.map((key) => [key, response({ description: key })])),
})

// OpenAPI: an explicit code takes precedence over its range, and `default` is for what is not declared individually.
test.each([
  [404, ['404', '4XX', 'default'], '404'],
  [404, ['4XX', 'default'], '4XX'],
  [499, ['404', '4XX'], '4XX'],
  [500, ['4XX', 'default'], 'default'],
  [500, ['404', '4XX'], undefined],
])('the response for %i, declared %j, is that of %s', (status, keys, key) => {
  expect(responseFor(named(...keys), status)?.description).toBe(key)
})

test.each([
  ['202', 202],
  ['4XX', 400],
  ['5xx', 500],
  ['default', 500],
])('the key %s stands for the status %i', (key, status) => {
  expect(statusFor(key)).toBe(status)
})

test.each([
  [
    ['default', '4XX', '202'],
    ['202', '4XX', 'default'],
  ],
  [
    ['default', '5XX', '2XX'],
    ['2XX', '5XX', 'default'],
  ],
  [
    ['404', 'default', '412', '2XX'],
    ['2XX', '404', '412', 'default'],
  ],
])('of %j, successes come first and default comes last', (keys, sorted) => {
  expect(responseKeys(named(...keys))).toEqual(sorted)
})

test('an operation without success bodies produces the media types of its errors, except those of gateways', () => {
  expect(producedTypes(smallOperation)).toEqual(['application/json'])
  const withBody = { ...smallOperation.responses, '200': response({ content: { 'text/csv': { examples: {} } } }) }
  expect(producedTypes({ ...smallOperation, responses: withBody })).toEqual(['text/csv'])
})
