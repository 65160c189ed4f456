import { expect, test } from 'vitest'
import { highestMajor, unknownLibraries, withNewest } from './newest.ts'

const msw3 = { devDependencies: { msw: '3.0.5' } }
const msw2 = { devDependencies: { msw: '2.15.0' } }
const without = { dependencies: { '@partner-upgrades/client': 'latest' } }
const highest = highestMajor([msw3, msw2, without], 'msw')

test('an example on the latest major version uses the latest version', () => {
  expect(withNewest(msw3, 'msw', highest).devDependencies).toEqual({ msw: 'latest' })
})

test('an example on an older major version uses the latest of that major', () => {
  expect(withNewest(msw2, 'msw', highest).devDependencies).toEqual({ msw: '^2' })
})

test('dependencies that only our packages bring are updated there', () => {
  expect(withNewest(without, 'openapi-fetch', 0)).toEqual({ ...without, overrides: { 'openapi-fetch': 'latest' } })
})

test('a library that no example uses is an error: its latest version would prove nothing', () => {
  const ours = { dependencies: { 'openapi-fetch': '0.17.0' }, peerDependencies: { vitest: '^5.0.0' } }
  expect(unknownLibraries(['msw', 'openapi-fetch', 'vitest', 'mws'], [msw3, without, ours])).toEqual(['mws'])
})
