// Which fault belongs to which operation, who must act and whether a retry helps, according to the published texts.
import { contract } from '@partner-upgrades/spec/contract'
import { faults } from '@partner-upgrades/spec/faults'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { generalFaults, plausibleFaults, publishedFaults, textPattern } from '../../test/documented-faults.ts'

const create = ['createProductUpgrade']
const status = ['getProductUpgradeStatus']
const upgrading = ['checkProductUpgradeEligibility', 'createProductUpgrade', 'getProductUpgradeStatus']

/** Operations that name a customer, and operations that require a user besides the application. */
const ofCustomer = [
  'getDirectSignStatus',
  'listAzureEntitlements',
  'listCustomerAgreements',
  'listCustomerSubscriptions',
]
const ofUser = ['getDirectSignStatus', 'listCustomerAgreements']
const all = [...upgrading, ...ofCustomer, 'listCustomers'].sort()

/** A name is part of our public API: programs are written against it. */
const readings: Readonly<Record<string, readonly [name: string, operations: string[], actor: string, retry: string]>> =
  {
    // "MFA required", in 2020.
    '10001': ['legacyMfaRequired', all, 'partner', 'afterAction'],
    // "has no commerce relationship": the partner asks for one, and the customer accepts.
    '20002': ['noCommerceRelationship', [...upgrading, ...ofCustomer].sort(), 'partner', 'afterAction'],
    // "in the suspended state".
    '900105': ['suspendedSubscriptions', create, 'partner', 'afterAction'],
    '900106': ['upgradeNotFound', status, 'developer', 'never'],
    '900107': ['catalogItemNotFound', create, 'microsoft', 'afterAction'],
    '900108': ['noAzureSubscriptions', create, 'nobody', 'never'],
    '900109': ['upgradeInProgress', create, 'nobody', 'never'],
    '900110': ['upgradeAlreadyCompleted', create, 'nobody', 'never'],
    '900111': ['upgradeOfAnotherCustomer', status, 'developer', 'never'],
    '900118': ['invalidCustomerId', upgrading, 'developer', 'never'],
    '900119': ['sharedServicesCustomer', create, 'nobody', 'never'],
    '900120': ['upgradeRefused', create, 'microsoft', 'afterAction'],
    '900127': ['unsupportedEnvironment', upgrading, 'developer', 'never'],
    // "Try again later".
    '900130': ['recentlyPurchasedSubscriptions', create, 'nobody', 'later'],
    // Refreshed tokens fix none of these: two need another kind of token, and one needs another sign-in.
    '900329': ['appOnlyToken', [...upgrading, ...ofUser].sort(), 'developer', 'never'],
    '900420': ['wrongTokenAudience', all, 'developer', 'never'],
    '900421': ['mfaRequired', all, 'partner', 'afterAction'],
  }

const toPrint = (text: string): string => text.replaceAll(/\{\d\}/g, '…')

test('the catalogue has every published fault and no other', () => {
  expect(Object.keys(contract.faults).sort()).toEqual(Object.keys(publishedFaults).sort())
  expect(Object.keys(faults).sort()).toEqual(Object.keys(readings).sort())
})

describe('a fault means what its published text says', () => {
  test.for(Object.values(faults).map((fault) => [fault.code, fault] as const))('%s', ([code, fault]) => {
    const [name, operations, actor, retry] = readings[code] ?? expect.fail(code)
    expect({ ...fault, operations: Object.keys(fault.operations) }).toMatchObject({ name, actor, retry })
    expect(Object.keys(fault.operations).sort()).toEqual(operations)
    const published = publishedFaults[code]
    expect(fault.status).toBe(published?.status)
    if (published?.text !== undefined) expect(toPrint(fault.text)).toBe(published.text)
    expect(fault.earlierTexts.map(toPrint)).toEqual(published?.textOf2021 === undefined ? [] : [published.textOf2021])
    expect(fault.evidence.level).toBe(published?.level ?? 'documented')
    for (const id of operations) expect(contract.operations[id]?.faults).toContain(code)
  })
})

test('no page says which operation returns which fault: all of that is inferred', () => {
  for (const { operations } of Object.values(faults))
    for (const { level } of Object.values(operations)) expect(level).toBe('inferred')
})

describe('every example of a fault has the published code and text', () => {
  const named = new Map(Object.values(faults).map((fault) => [fault.name, fault.code]))
  const examples = Object.values(contract.operations).flatMap(({ id, responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      Object.entries(
        status === '429' || status.startsWith('2') ? {} : (content['application/json']?.examples ?? {}),
      ).map(([name, { value }]) => [`${id} ${status} ${name}`, status, name, value] as const),
    ),
  )

  test.for(examples)('%s', ([, status, name, value]) => {
    const [code = '', text = ''] = named.has(name)
      ? [named.get(name), publishedFaults[named.get(name) ?? '']?.text ?? 'Multifactor authentication is required']
      : (generalFaults[status] ?? [])
    const description = expect.stringMatching(textPattern(text))
    expect(value).toEqual({ code, description, data: [], source: 'PartnerFD' })
  })
})

test('plausible codes are listed separately from those that belong to upgrades', () => {
  const listed = Object.entries(document['x-plausible-faults']).map(([code, { status, text }]) => [
    code,
    [status, toPrint(text)],
  ])
  expect(Object.fromEntries(listed)).toEqual(plausibleFaults)
  for (const code of Object.keys(plausibleFaults)) {
    expect(faults).not.toHaveProperty(code)
    expect(document.info.description).toContain(`\`${code}\``)
  }
})

test('values that the service fills in are named placeholders', () => {
  const filledIn = Object.values(faults).flatMap(({ code, parameters }) =>
    parameters.length > 0 ? [[code, parameters] as const] : [],
  )
  expect(Object.fromEntries(filledIn)).toEqual({
    '20002': ['partnerId', 'customerId'],
    '900109': ['upgradeId'],
    '900110': ['upgradeId'],
    '900111': ['customerId', 'upgradeId'],
    '900420': ['audience'],
  })
})
