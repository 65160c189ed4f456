import { expect, test } from 'vitest'
import { createPartnerCenterMock, faults } from '../index.ts'
import { startMockServer } from '../server.ts'
import { usePartnerCenter } from '../testing.ts'
import { createClock } from '../time/clock.ts'

const misspelt: never = { nonesuch: 1 } as never

test.for<[string, () => unknown, RegExp]>([
  ['a mock', () => createPartnerCenterMock(misspelt), /Unknown option "nonesuch"\. Use one of: customers/],
  ['a clock', () => createClock(misspelt), /Unknown option of a clock "nonesuch"\. Use one of: start, auto/],
  ['inject', () => createPartnerCenterMock().inject(faults.dropped(), misspelt), /Unknown injection option "nonesuch"/],
  [
    'assertContract',
    () => createPartnerCenterMock().assertContract(misspelt),
    /option of assertContract "nonesuch"\. Use one of: misses/,
  ],
  ['usePartnerCenter', () => usePartnerCenter(misspelt, misspelt), /option of usePartnerCenter "nonesuch"/],
])('a misspelt option of %s is named', ([, call, message]) => {
  expect(call).toThrow(message)
})

test('a misspelt option of a mock server is named', async () => {
  await expect(startMockServer(createPartnerCenterMock(), misspelt)).rejects.toThrow(/"nonesuch"\. Use one of: port/)
})

const presets = Object.entries(faults).filter(([name]) => name !== 'fault')

test.for(presets)('the preset %s names an option that it does not take', ([name, make]) => {
  expect(() => Reflect.apply(make, undefined, [misspelt])).toThrow(
    new RegExp(`The preset ${name} takes (nothing|code|retryAfter|date|status|by), not nonesuch`),
  )
})

test('a preset accepts undefined for an option that is not given', () => {
  expect(() => faults.throttled({ retryAfter: undefined })).not.toThrow()
  expect(() => faults.slow({ by: undefined })).not.toThrow()
  expect(() => Reflect.apply(faults.dropped, undefined, [{ by: undefined }])).not.toThrow()
})
