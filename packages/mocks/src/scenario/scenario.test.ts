import { expect, test } from 'vitest'
import { call, customerId, upgradeId } from '../../test/partner-center.ts'
import { faults } from '../faults/presets.ts'
import { createClock } from '../time/clock.ts'
import { createMockOf, parseScenario } from './scenario.ts'

const start = (scenario: object) => createMockOf(parseScenario(JSON.stringify(scenario)), createClock())

test('a scenario describes customers, upgrades and what goes wrong', async () => {
  const mock = start({
    $schema: './scenario.schema.json',
    customers: [{ id: customerId }],
    upgrades: [{ id: upgradeId, customerId, completedAt: '2019-08-29T23:47:28.8524555Z' }],
    throttling: [{ requests: 100, per: '1m', by: 'customer', operations: ['createProductUpgrade'] }],
    tokens: [{ value: 'token' }],
    faults: [{ preset: 'throttled', retryAfter: 5, operation: 'getProductUpgradeStatus' }],
  })
  const throttled = await call(mock, `productUpgrades/${upgradeId}/status`)
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '5'])
  expect((await call(mock, `productUpgrades/${upgradeId}/status`)).body).toMatchObject({ status: 'Completed' })
})

test.each(Object.keys(faults))('a scenario may use the preset %s', (preset) => {
  expect(() => start({ faults: [{ preset, ...(preset === 'fault' && { code: 'upgradeRefused' }) }] })).not.toThrow()
})

test.each([
  [{ customer: [] }, 'the scenario has no key customer; it has: $schema, seed, partnerId, customers'],
  [{ customers: [{}] }, 'customers[0] must have id'],
  [{ customers: [{ id: 'contoso' }] }, 'customers[0].id must match'],
  [
    { upgrades: [{ customerId, status: 'Done' }] },
    'upgrades[0].status must be one of Pending, InProgress, Completed, Failed',
  ],
  [{ durations: { pending: 'soon' } }, 'durations.pending must match'],
  [{ throttling: [{ requests: 0, per: '1m' }] }, 'throttling[0].requests must be 1 or more'],
  [{ faults: [{ preset: 'slow', probability: 2 }] }, 'faults[0].probability must be 1 or less'],
  [{ unkind: 'yes' }, 'unkind must be boolean'],
  [[], 'the scenario must be object'],
  [{ faults: [{ preset: 'throttled', status: 503 }] }, 'The preset throttled takes retryAfter, not status.'],
  [{ faults: [{ preset: 'dropped', by: '1s' }] }, 'The preset dropped takes nothing, not by.'],
  [{ faults: [{ preset: 'fault' }] }, 'The preset fault takes a code or name of the catalogue in code.'],
  [{ faults: [{ preset: 'fault', code: 'sad' }] }, 'There is no fault "sad". There is: '],
  [
    { customers: [{ id: customerId }], faults: [{ preset: 'slow', customerId: upgradeId }] },
    `There is no customer "${upgradeId}". There is: ${customerId}.`,
  ],
  [
    { throttling: [{ requests: 1, per: '1m', operations: ['deleteAll'] }] },
    'There is no operation "deleteAll". There is: createProductUpgrade',
  ],
  [{ faults: [{ preset: 'thunder' }] }, 'There is no preset "thunder". There is: '],
  [
    { faults: [{ preset: 'slow', operation: 'deleteAll' }] },
    'There is no operation "deleteAll". There is: createProductUpgrade',
  ],
  [{ customers: [{ id: customerId, condition: 'sad' }] }, 'There is no fault "sad". There is: '],
])('%j is an error that names what exists', (scenario, message) => {
  expect(() => start(scenario)).toThrow(message)
})

test('all that is wrong is told at once', () => {
  expect(() => start({ unkind: 1, echoIds: 2 })).toThrow('unkind must be boolean\nechoIds must be boolean')
})

test('text that is not JSON is an error', () => {
  expect(() => parseScenario('{')).toThrow('The scenario is not JSON')
})
