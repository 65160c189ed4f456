import { expect, test } from 'vitest'
import { customerId, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

// As a program without types may write them.
const create = (options: object) => createPartnerCenterMock(options)

test.each<[object, string]>([
  [{ custmers: [] }, 'Unknown option "custmers". Use one of: customers, upgrades, durations, '],
  [
    { customers: [{ id: customerId, conditon: '900105' }] },
    'Unknown customer property "conditon". Use one of: id, condition, ',
  ],
  [{ customers: [{ id: 'contoso' }] }, 'A customer\'s id must be a GUID, not "contoso".'],
  [{ customers: [{ id: customerId, condition: 'sad' }] }, 'Unknown fault "sad". Use one of: '],
  [{ upgrades: [{ customerId, state: 'Pending' }] }, 'Unknown upgrade property "state". Use one of: id, '],
  [{ upgrades: [{ customerId: 'contoso' }] }, 'An upgrade\'s customerId must be a GUID, not "contoso".'],
  [{ upgrades: [{ customerId, id: '7' }] }, 'An upgrade\'s id must be a GUID, not "7".'],
  [
    { customers: [{ id: customerId }], upgrades: [{ customerId: otherCustomerId }] },
    `Unknown customer "${otherCustomerId}". Use one of: ${customerId}.`,
  ],
  [{ durations: { pending: 'soon' } }, 'Invalid duration: soon.'],
  [{ durations: { done: '1h' } }, 'Unknown duration "done". Use one of: pending, inProgress.'],
  [{ customers: [{ id: customerId, durations: { inProgress: -1 } }] }, 'Invalid duration: -1.'],
  [
    { throttling: [{ requests: 1, per: '1m', operations: ['deleteAll'] }] },
    'Unknown operation "deleteAll". Use one of: createProductUpgrade, ',
  ],
  [
    { throttling: [{ requests: 1, every: '1m' }] },
    'Unknown throttling limit property "every". Use one of: requests, per, ',
  ],
  [{ tokens: [{ token: 'x' }] }, 'Unknown token property "token". Use one of: value, expiresAt, fault.'],
  [{ tokens: [{ value: 'x', fault: 'sad' }] }, 'Unknown fault "sad". Use one of: '],
  [{ baseUrls: ['example'] }, 'A base URL must be absolute or start with a slash: example'],
  [{ upgrades: [{ customerId, status: 'Complete' }] }, 'Unknown upgrade status "Complete". Use one of: Pending, '],
  [
    { upgrades: [{ customerId, lineItems: [{ outcome: 'failed' }] }] },
    'Unknown line item outcome "failed". Use one of: Completed, Failed.',
  ],
  [
    { customers: [{ id: customerId, lineItems: [{ outcom: 'Failed' }] }] },
    'Unknown line item property "outcom". Use one of: sourceProduct, targetProduct, outcome, errorDetails.',
  ],
  [
    { throttling: [{ requests: 1, per: '1m', by: 'custmer' }] },
    'Unknown value of `by` "custmer". Use one of: partner, customer.',
  ],
  [{ customers: {} }, 'customers must be an array.'],
  [{ baseUrls: 'https://gateway.example' }, 'baseUrls must be an array.'],
  [{ tokens: 'the-token' }, 'tokens must be an array or a function.'],
  [{ journalLimit: 0 }, 'journalLimit must be 1 or more, not 0.'],
  [
    { customers: [{ id: customerId, agreement: 'sined' }] },
    'Unknown agreement "sined". Use one of: signed, confirmed, none.',
  ],
  [{ customers: [{ id: customerId, azurePlanId: 'plan' }] }, 'A customer\'s azurePlanId must be a GUID, not "plan".'],
  [{ tokens: [{ value: 'x', expiresAt: 'soon' }] }, 'Invalid expiry time of a token: soon'],
  [{ upgrades: [{ customerId, completedAt: 'soon' }] }, 'Invalid date and time in UTC: soon'],
  [{ customers: 100_001 }, 'customers must be a list, or a number from 0 to 100000, not 100001.'],
])('%j is an error that names what exists', (options, message) => {
  expect(() => create(options)).toThrow(message)
})

test('of many names, the first are listed and the others counted', () => {
  const ids = Array.from({ length: 55 }, (_, index) => ({ id: customerId.replace(/..$/, String(10 + index)) }))
  const upgrades = [{ customerId: otherCustomerId }]
  expect(() => create({ customers: ids, upgrades })).toThrow(/Use one of: (?:[0-9a-f-]{36}, ){50}… and 5 more\.$/)
})
