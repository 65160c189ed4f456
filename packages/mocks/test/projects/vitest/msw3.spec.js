import { toHandlers } from '@partner-upgrades/mocks'
import { usePartnerCenter } from '@partner-upgrades/mocks/vitest'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { describe, expect, test } from 'vitest'
import { cases, concurrentCases } from '../cases.js'

const own = http.get('https://api.partnercenter.microsoft.com/v1/orders', () => HttpResponse.json([]))
const partnerCenter = usePartnerCenter({ server: (mock) => setupServer(...toHandlers(mock), own) })
for (const [name, run] of Object.entries(cases(partnerCenter))) test(name, run)

test('passes: a request that a handler of the test handles', async () => {
  expect((await fetch('https://api.partnercenter.microsoft.com/v1/orders')).status).toBe(200)
})

describe.concurrent('at the same time', () => {
  for (const [name, run] of Object.entries(concurrentCases())) test(name, run)
})
