import { createProductUpgradesClient } from '@partner-upgrades/client'
import {
  createClock,
  createPartnerCenterMock,
  type MockClock,
  type PartnerCenterMockOptions,
} from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'
import { walk } from './walk.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

async function walked(options: PartnerCenterMockOptions<MockClock> = {}, consent = true) {
  const mock = createPartnerCenterMock({ clock: createClock({ auto: true }), ...options })
  const upgrades = createProductUpgradesClient({ credential: 'any-token', fetch: mock.fetch, clock: mock.clock })
  let text = ''
  const screen = createScreen((more) => {
    text += more
  }, false)
  const completed = await walk({ upgrades, customerId, screen, confirm: async () => consent })
  return { completed, text, operations: mock.requests.map(({ operation }) => operation) }
}

test('an eligible customer ends on an Azure plan, each step in its line', async () => {
  const { completed, text } = await walked()
  expect(completed).toBe(true)
  expect(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{upgrade}').split('\n')).toEqual([
    '● Eligibility    eligible for an Azure plan',
    '● Create         accepted',
    '  upgrade        {upgrade}',
    '● Status         Pending',
    '● Status         InProgress',
    '● Status         Completed',
    '  line item      AzureSubscription → Microsoft Azure plan: Completed',
    expect.stringMatching(/^ {2}upgraded {7}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/),
    '',
    '✔ The customer is on an Azure plan.',
    '',
  ])
})

test('without consent, nothing is created', async () => {
  const { completed, text, operations } = await walked({}, false)
  expect(completed).toBe(false)
  expect(text).toContain('✘ Nothing was created.')
  expect(operations).toEqual(['checkProductUpgradeEligibility'])
})

test('a customer who has been upgraded is told so, and nothing is created', async () => {
  const { completed, text, operations } = await walked({ upgrades: [{ customerId, status: 'Completed' }] })
  expect(completed).toBe(false)
  expect(text).toMatch(/not eligible.*\n.*is already in place/)
  expect(operations).toEqual(['checkProductUpgradeEligibility'])
})

test('an upgrade that fails ends as a failure', async () => {
  const { completed, text } = await walked({ customers: [{ id: customerId, lineItems: [{ outcome: 'Failed' }] }] })
  expect(completed).toBe(false)
  expect(text).toContain('✘ The upgrade ended as failed.')
})
