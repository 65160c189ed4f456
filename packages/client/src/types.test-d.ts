import type { TokenCredential } from '@azure/core-auth'
import {
  type AuditRecord,
  createProductUpgradesClient,
  type FaultCode,
  isFault,
  isPartnerCenterError,
  type OperationFaults,
  type UpgradeReference,
} from './index.ts'
import { validateResponses } from './validation.ts'

declare const azure: TokenCredential
declare const error: unknown
declare const upgrade: UpgradeReference
declare const customerId: string

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function same<A, B>(_: Equal<A, B>): void {}

const upgrades = createProductUpgradesClient({ credential: azure })
createProductUpgradesClient({ credential: 'token', cloud: 'china21Vianet', validate: validateResponses('warn') })
createProductUpgradesClient({
  credential: async ({ scopes, signal }) => {
    signal.throwIfAborted()
    return { token: scopes.join(), expiresOnTimestamp: 1 }
  },
})

// @ts-expect-error a credential is required
createProductUpgradesClient({})
// @ts-expect-error a number is not a credential
createProductUpgradesClient({ credential: 42 })
// @ts-expect-error a token needs an expiry
createProductUpgradesClient({ credential: () => ({ token: 't' }) })
// @ts-expect-error there is no such cloud
createProductUpgradesClient({ credential: 't', cloud: 'germany' })
// @ts-expect-error times are numbers
createProductUpgradesClient({ credential: 't', timeout: '5s' })
// @ts-expect-error there is no such option
createProductUpgradesClient({ credential: 't', maxRetries: 3 })
// Options may be undefined, as values from the environment can be.
createProductUpgradesClient({ credential: 't', clock: undefined, baseUrl: undefined })

// @ts-expect-error a request names a customer
upgrades.create({ productFamily: 'Azure' })
// @ts-expect-error a request names a product family
upgrades.checkEligibility({ customerId })
// @ts-expect-error an upgrade is identified by its reference, not by its ID alone
upgrades.getStatus('42d075a4-bfe7-43e7-af6d-7c68a57edcb4')
// @ts-expect-error an eligibility is not a reference
upgrades.poll(await upgrades.checkEligibility({ customerId, productFamily: 'Azure' }))
// @ts-expect-error a request ID belongs to one call, and watching makes many
upgrades.watch(upgrade, { requestId: customerId })
// @ts-expect-error references are read-only
upgrade.upgradeId = customerId
// @ts-expect-error there is no such path
upgrades.http.POST('/v1/orders', {})
// @ts-expect-error all operations are POST
upgrades.http.GET('/v1/productUpgrades/eligibility')
// @ts-expect-error the path has a parameter
upgrades.http.POST('/v1/productUpgrades/{upgrade-id}/status', { body: { customerId, productFamily: 'Azure' } })

// An unknown product family is accepted.
upgrades.create({ customerId, productFamily: 'Tomorrow' })

same<AuditRecord['version'], 1>(true)

if (isFault(error)) {
  same<typeof error.code, FaultCode | 'unknown'>(true)
  // The operation narrows the code…
  if (error.operation === 'getProductUpgradeStatus') {
    same<typeof error.code, OperationFaults['getProductUpgradeStatus'] | 'unknown'>(true)
    // @ts-expect-error only a create can conflict with an upgrade
    error.code === '900109'
  }
  // …and the code the operation.
  if (error.code === '900106') same<typeof error.operation, 'getProductUpgradeStatus'>(true)
}
if (isFault(error, 'createProductUpgrade')) {
  same<typeof error.code, OperationFaults['createProductUpgrade'] | 'unknown'>(true)
  // @ts-expect-error a create does not fail with "not found"
  error.code === '900106'
}
if (isPartnerCenterError(error)) {
  // @ts-expect-error only some errors have a status
  error.status
  switch (error.name) {
    case 'OutcomeUnknownError':
      same<typeof error.requestId, string>(true)
      break
    case 'UpgradeFailedError':
      same<typeof error.outcome, 'failed' | 'partial'>(true)
      break
    case 'AuthenticationError':
      // @ts-expect-error there is no such reason
      error.reason === 'tired'
      break
    // @ts-expect-error there is no such error
    case 'OtherError':
  }
}
