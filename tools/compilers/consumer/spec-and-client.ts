// A program that uses every entry of spec and client. Every version of TypeScript must compile it, and must report the
// deliberate errors in it.
import {
  type AuditRecord,
  createProductUpgradesClient,
  isFault,
  isPartnerCenterError,
  outcomeOf,
  type UpgradeReference,
} from '@partner-upgrades/client'
import { type FaultName, faultCodes } from '@partner-upgrades/client/faults'
import { withOpenTelemetry } from '@partner-upgrades/client/opentelemetry'
import { describeForSupport, restoreError } from '@partner-upgrades/client/support'
import { validateResponses } from '@partner-upgrades/client/validation'
import { contractHash, type FaultCode, type ProductUpgradesStatus, type paths } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { faults } from '@partner-upgrades/spec/faults'

const records: AuditRecord[] = []
const upgrades = createProductUpgradesClient({
  credential: async ({ scopes }) => ({ token: scopes.join(), expiresOnTimestamp: Date.now() }),
  cloud: 'usGov',
  fetch: (url, init) => fetch(url, init),
  validate: validateResponses('warn'),
  ...withOpenTelemetry({ onAudit: (record) => records.push(record) }),
})
const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** Follows an upgrade, and returns a text about its outcome. */
export async function follow(): Promise<string> {
  try {
    const upgrade: UpgradeReference = await upgrades.ensure(request, { completeWithin: 60_000 })
    for await (const status of upgrades.watch(upgrade)) outcomeOf(status)
    const { lineItems }: ProductUpgradesStatus = await upgrades.waitForCompletion(upgrade)
    return lineItems?.[0]?.targetProduct?.name ?? 'nothing'
  } catch (error) {
    if (isFault(error, 'createProductUpgrade') && error.code === faultCodes.upgradeInProgress)
      return error.upgradeId ?? ('upgradeInProgress' satisfies FaultName)
    if (isPartnerCenterError(error)) return describeForSupport(restoreError(JSON.parse(JSON.stringify(error))))
    throw error
  }
}

/** Facts that a program reads from the specification. */
export const facts = {
  hash: contractHash,
  problems: contract.operations.createProductUpgrade?.requestBody?.content['application/json']?.validate?.({}).length,
  printed: Object.values(exchanges).map(({ request }) => request.method),
  whoMustAct: (code: FaultCode) => faults[code].actor,
}

/** The body of a request, as typed by the paths. */
export type Body = paths['/v1/productUpgrades']['post']['requestBody']['content']['application/json']
const body: Body = request
const { response } = await upgrades.http.POST('/v1/productUpgrades', { body })
response.headers.get('Location')

// @ts-expect-error a request names a customer
upgrades.create({ productFamily: 'Azure' })
// @ts-expect-error a credential is needed
createProductUpgradesClient({})
// @ts-expect-error nobody of that name can act
faults['900109'].actor === 'somebody'
// @ts-expect-error there is no such path
upgrades.http.POST('/v1/orders', {})
// @ts-expect-error there is no such code
facts.whoMustAct('123456')
