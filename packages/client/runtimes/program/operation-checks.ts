import { isFault } from '@partner-upgrades/client'
import { restoreError } from '@partner-upgrades/client/support'
import { validateResponses } from '@partner-upgrades/client/validation'
import type { Check } from './check.ts'
import { about, connect } from './connect.ts'
import { expectSame, rejection, rejectionName } from './expect.ts'
import { customers, tokens } from './subjects.ts'

const requestId = 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'
const unknownId = '00000000-0000-4000-8000-000000000000'
const request = about(customers.ordinary)

/** Checks of each operation, and of refusals. */
export const operationChecks: readonly Check[] = [
  {
    name: 'a customer is found to be eligible',
    async run(baseUrl) {
      const { customerId, isEligible } = await connect(baseUrl).checkEligibility(request)
      expectSame([customerId, isEligible], [customers.ordinary, true])
    },
  },
  {
    name: 'a stored request ID creates one upgrade, however often it is sent',
    async run(baseUrl) {
      const first = await connect(baseUrl).create(request, { requestId })
      expectSame(first, { upgradeId: first.upgradeId, ...request, baseUrl })
      expectSame(await connect(baseUrl).create(request, { requestId }), first)
    },
  },
  {
    name: 'an existing upgrade is adopted',
    async run(baseUrl) {
      const { upgradeId } = await connect(baseUrl).create(request, { requestId })
      expectSame((await connect(baseUrl).ensure(request)).upgradeId, upgradeId)
    },
  },
  {
    name: 'a fault is narrowed by its operation and code',
    async run(baseUrl) {
      const upgrades = connect(baseUrl)
      const { upgradeId } = await upgrades.create(request, { requestId })
      const error = await rejection(upgrades.create(request))
      if (!isFault(error, 'createProductUpgrade') || isFault(error, 'getProductUpgradeStatus')) throw error
      // A code that the operation does not list would not compile.
      if (error.code !== '900109') throw error
      expectSame([error.status, error.upgradeId], [409, upgradeId])
    },
  },
  {
    name: 'a missing upgrade is a fault',
    async run(baseUrl) {
      const error = await rejection(connect(baseUrl).getStatus({ ...request, upgradeId: unknownId, baseUrl }))
      if (!isFault(error, 'getProductUpgradeStatus')) throw error
      expectSame([error.status, error.code], [404, '900106'])
    },
  },
  {
    name: 'an error survives JSON and back',
    async run(baseUrl) {
      const error = await rejection(connect(baseUrl).getStatus({ ...request, upgradeId: unknownId, baseUrl }))
      if (!isFault(error)) throw error
      const text = JSON.stringify(error)
      const restored = restoreError(JSON.parse(text))
      expectSame(restored, error)
      expectSame([isFault(restored, 'getProductUpgradeStatus'), restored?.attempts?.length], [true, 1])
      expectSame(text.includes(tokens.first), false)
    },
  },
  {
    name: 'responses are validated against the contract',
    async run(baseUrl) {
      const upgrades = connect(baseUrl, { validate: validateResponses('throw') })
      expectSame((await upgrades.checkEligibility(request)).customerId, customers.ordinary)
      const call = upgrades.checkEligibility(about(customers.muddled))
      expectSame(await rejectionName(call), 'ContractViolationError')
    },
  },
  {
    name: 'middleware sees the Request and the Response of the platform',
    async run(baseUrl) {
      const upgrades = connect(baseUrl)
      const seen: unknown[] = []
      upgrades.http.use({
        onRequest: ({ request }) => void seen.push(request instanceof Request),
        onResponse: ({ response }) => void seen.push(response instanceof Response),
      })
      await upgrades.checkEligibility(request)
      expectSame(seen, [true, true])
    },
  },
]
