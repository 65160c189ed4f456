import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { call, customerId, upgradeId } from '../../test/partner-center.ts'
import { faults } from '../injections/presets.ts'
import { createClock } from '../time/clock.ts'
import schema from './scenario.schema.json' with { type: 'json' }
import { createMockOf, parseScenario } from './scenario.ts'

const start = (scenario: object) => createMockOf(parseScenario(JSON.stringify(scenario)), createClock())

test('a scenario describes customers, upgrades and faults', async () => {
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
  [{ customer: [] }, 'the scenario has an unknown property customer; use one of: $schema, seed, partnerId, customers'],
  [{ customers: [{}] }, 'customers[0] must have id'],
  [{ customers: [{ id: 'contoso' }] }, 'customers[0].id must match'],
  [
    { upgrades: [{ customerId, status: 'Done' }] },
    'upgrades[0].status must be one of Pending, InProgress, Completed, Failed',
  ],
  [{ durations: { pending: 'soon' } }, 'durations.pending must match'],
  [{ throttling: [{ requests: 0, per: '1m' }] }, 'throttling[0].requests must be 1 or more'],
  [{ faults: [{ preset: 'slow', probability: 2 }] }, 'faults[0].probability must be 1 or less'],
  [{ varyResponses: 'yes' }, 'varyResponses must be boolean'],
  [[], 'the scenario must be object'],
  [{ faults: [{ preset: 'throttled', status: 503 }] }, 'The preset throttled takes retryAfter, not status.'],
  [{ faults: [{ preset: 'dropped', by: '1s' }] }, 'The preset dropped takes nothing, not by.'],
  [{ faults: [{ preset: 'fault' }] }, 'The preset fault needs `code`: a code or name of the fault catalogue.'],
  [{ faults: [{ preset: 'fault', code: 'sad' }] }, 'Unknown fault "sad". Use one of: '],
  [
    { customers: [{ id: customerId }], faults: [{ preset: 'slow', customerId: upgradeId }] },
    `Unknown customer "${upgradeId}". Use one of: ${customerId}.`,
  ],
  [
    { throttling: [{ requests: 1, per: '1m', operations: ['deleteAll'] }] },
    'Unknown operation "deleteAll". Use one of: createProductUpgrade',
  ],
  [{ faults: [{ preset: 'thunder' }] }, 'Unknown preset "thunder". Use one of: '],
  [
    { faults: [{ preset: 'slow', operation: 'deleteAll' }] },
    'Unknown operation "deleteAll". Use one of: createProductUpgrade',
  ],
  [{ customers: [{ id: customerId, condition: 'sad' }] }, 'Unknown fault "sad". Use one of: '],
])('%j is an error that names what exists', (scenario, message) => {
  expect(() => start(scenario)).toThrow(message)
})

test('all problems are reported at once', () => {
  expect(() => start({ varyResponses: 1, echoIds: 2 })).toThrow(
    'varyResponses must be boolean\nechoIds must be boolean',
  )
})

test('text that is not JSON is an error', () => {
  expect(() => parseScenario('{')).toThrow('The scenario is not valid JSON')
})

test('the scenario in the README is valid, and uses each property of a customer', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
  const [, text = ''] = /^```json\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const scenario = parseScenario(text)
  expect(() => createMockOf(scenario, createClock())).not.toThrow()
  const used = new Set(
    (Array.isArray(scenario.customers) ? scenario.customers : []).flatMap((each) => Object.keys(each)),
  )
  const { properties } = schema.$defs.customer
  expect([...used].sort()).toEqual(Object.keys(properties).sort())
})
