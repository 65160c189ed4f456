import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { fault, request, type Step, script } from '../../test/service.ts'
import { createProductUpgradesClient, FaultError, isFault, isPartnerCenterError, PartnerCenterError } from '../index.ts'
import { restoreError } from '../support.ts'
import { errorClasses } from './errors.ts'

async function failWith(...steps: readonly Step[]): Promise<unknown> {
  const { fetch } = script(...steps)
  const upgrades = createProductUpgradesClient({ credential: 'the-token', fetch, retries: 0 })
  return upgrades.checkEligibility(request).catch((error: unknown) => error)
}

test('an error survives JSON and back, with its cause', async () => {
  const error = await failWith(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } }))
  const restored = restoreError(JSON.parse(JSON.stringify(error)))
  expect(restored).toBeInstanceOf(PartnerCenterError)
  expect(restored).toMatchObject({
    name: 'ConnectionError',
    message: 'No connection: ECONNRESET',
    unsent: false,
    attempts: [{ operation: 'checkProductUpgradeEligibility', error: 'ConnectionError' }],
    cause: { name: 'TypeError', message: 'fetch failed' },
  })
  expect(JSON.stringify(restored)).toBe(JSON.stringify(error))
})

test('a fault survives JSON and back as a fault', async () => {
  const error = await failWith(fault(403, '20002', 'No relationship.'))
  const restored = restoreError(JSON.parse(JSON.stringify(error)))
  expect(restored).toBeInstanceOf(FaultError)
  expect(isFault(restored, 'checkProductUpgradeEligibility') && restored.code).toBe('20002')
  expect(isFault(restored, 'createProductUpgrade')).toBe(false)
})

test.for([undefined, null, 42, 'x', {}, { name: 'TypeError', message: 'x' }])('%j is not restored', (value) => {
  expect(restoreError(value)).toBeUndefined()
})

test.for(['constructor', '__proto__', 'toString'])('a service code "%s" is no authentication failure', async (code) => {
  expect(await failWith(fault(400, code))).toMatchObject({ name: 'FaultError', code: 'unknown', serviceCode: code })
})

test('errors are recognised across copies of the package', async () => {
  vi.resetModules()
  const copy = await import('./errors.ts')
  const error = await failWith(fault(400, '900118'))
  expect(copy.PartnerCenterError).not.toBe(PartnerCenterError)
  expect(error).not.toBeInstanceOf(copy.PartnerCenterError)
  expect(copy.isPartnerCenterError(error)).toBe(true)
  expect(copy.isFault(error)).toBe(true)
  expect(isPartnerCenterError(new copy.PartnerCenterError('x'))).toBe(true)
})

test.for([undefined, null, 'FaultError', new Error('x'), { name: 'FaultError' }])(
  '%s is not an error of this package',
  (value) => {
    expect(isPartnerCenterError(value)).toBe(false)
    expect(isFault(value)).toBe(false)
  },
)

test('neither token nor body appears in any printed form, even if the service quotes them', async () => {
  const quoted = fault(400, '1', 'You sent Bearer the-token and eyJhbGciOi.abc-_.def')
  const strange = new Response('<p>secret</p>', { status: 500 })
  for (const error of [await failWith(quoted), await failWith(strange), await failWith(new Response('secret'))]) {
    const printed = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error)].join()
    expect(printed).not.toMatch(/the-token|eyJhbGci|secret|4c721420/)
  }
})

test('a description is truncated to 1,024 characters', async () => {
  const error = await failWith(fault(400, '1', 'x'.repeat(5_000)))
  expect(isFault(error) && error.description).toBe('x'.repeat(1_024))
})

test('the stack starts with the name and the message', async () => {
  const error = await failWith(fault(400, '900118', 'Invalid Customer ID'))
  expect(error).toHaveProperty(
    'stack',
    expect.stringMatching(/^FaultError: checkProductUpgradeEligibility failed with 400 900118: Invalid Customer ID\n/),
  )
})

test('the README has a row for each error, and no others', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
  const [, table = ''] = /^## Errors$([\s\S]*?)^## /m.exec(readme) ?? []
  const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  const known = Object.keys(errorClasses).filter((name) => name !== 'PartnerCenterError')
  expect(rows.sort()).toEqual(known.sort())
})
