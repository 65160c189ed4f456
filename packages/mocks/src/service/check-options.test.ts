import { expect, test } from 'vitest'
import { customerId, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from './partner-center-mock.ts'

// As a program without types may write them.
const create = (options: object) => createPartnerCenterMock(options)

test.each<[object, string]>([
  [{ custmers: [] }, 'There is no option "custmers". There is: customers, upgrades, durations, '],
  [
    { customers: [{ id: customerId, conditon: '900105' }] },
    'There is no key of a customer "conditon". There is: id, condition, ',
  ],
  [{ customers: [{ id: 'contoso' }] }, 'A customer\'s id is a GUID, not "contoso".'],
  [{ customers: [{ id: customerId, condition: 'sad' }] }, 'There is no fault "sad". There is: '],
  [{ upgrades: [{ customerId, state: 'Pending' }] }, 'There is no key of an upgrade "state". There is: id, '],
  [{ upgrades: [{ customerId: 'contoso' }] }, 'An upgrade\'s customerId is a GUID, not "contoso".'],
  [{ upgrades: [{ customerId, id: '7' }] }, 'An upgrade\'s id is a GUID, not "7".'],
  [
    { customers: [{ id: customerId }], upgrades: [{ customerId: otherCustomerId }] },
    `There is no customer "${otherCustomerId}". There is: ${customerId}.`,
  ],
  [{ durations: { pending: 'soon' } }, 'Not a duration: soon.'],
  [{ durations: { done: '1h' } }, 'There is no duration "done". There is: pending, inProgress.'],
  [{ customers: [{ id: customerId, durations: { inProgress: -1 } }] }, 'Not a duration: -1.'],
  [
    { throttling: [{ requests: 1, per: '1m', operations: ['deleteAll'] }] },
    'There is no operation "deleteAll". There is: createProductUpgrade, ',
  ],
  [{ throttling: [{ requests: 1, every: '1m' }] }, 'There is no key of a limit "every". There is: requests, per, '],
  [{ tokens: [{ token: 'x' }] }, 'There is no key of a token "token". There is: value, expiresAt, fault.'],
  [{ tokens: [{ value: 'x', fault: 'sad' }] }, 'There is no fault "sad". There is: '],
  [{ baseUrls: ['example'] }, 'A base URL must be absolute or start with a slash: example'],
  [
    { upgrades: [{ customerId, status: 'Complete' }] },
    'There is no status of an upgrade "Complete". There is: Pending, ',
  ],
  [
    { upgrades: [{ customerId, lineItems: [{ outcome: 'failed' }] }] },
    'There is no outcome of a line item "failed". There is: Completed, Failed.',
  ],
  [
    { customers: [{ id: customerId, lineItems: [{ outcom: 'Failed' }] }] },
    'There is no key of a line item "outcom". There is: sourceProduct, targetProduct, outcome, errorDetails.',
  ],
  [
    { throttling: [{ requests: 1, per: '1m', by: 'custmer' }] },
    'There is no way to share a limit "custmer". There is: partner, customer.',
  ],
  [{ customers: {} }, 'customers is a list.'],
  [{ baseUrls: 'https://gateway.example' }, 'baseUrls is a list.'],
  [{ tokens: 'the-token' }, 'tokens is a list, or a function.'],
  [{ journalLimit: 0 }, 'journalLimit is 1 or more, not 0.'],
])('%j is an error that names what exists', (options, message) => {
  expect(() => create(options)).toThrow(message)
})

test('of many names the first are told, and how many more there are', () => {
  const ids = Array.from({ length: 55 }, (_, index) => ({ id: customerId.replace(/..$/, String(10 + index)) }))
  const upgrades = [{ customerId: otherCustomerId }]
  expect(() => create({ customers: ids, upgrades })).toThrow(/There is: (?:[0-9a-f-]{36}, ){50}… and 5 more\.$/)
})
