import { expect, test } from 'vitest'
import { fault, request, script } from '../../test/service.ts'
import { createProductUpgradesClient } from '../index.ts'

async function failWith(answer: Response): Promise<unknown> {
  const { fetch } = script(answer)
  const upgrades = createProductUpgradesClient({ credential: 'token', fetch, retries: 0 })
  return upgrades.checkEligibility(request).catch((error: unknown) => error)
}

const html = (status: number, text: string, type?: string): Response =>
  new Response(new TextEncoder().encode(text), { status, ...(type && { headers: { 'Content-Type': type } }) })

// The message must say that the response did not come from Partner Center, and what may have sent it.
test.for<[what: string, answer: Response, status: number, type: string]>([
  ["a firewall's page", html(403, '<html>Blocked</html>', 'text/html'), 403, 'text/html'],
  ['a page in place of the response', html(200, '\n  <!doctype html>', 'text/html'), 200, 'text/html'],
  ['a page without a type', html(404, '<html>'), 404, 'no Content-Type'],
  ['a page with an overlong type', html(403, 'No.', `text/${'x'.repeat(500)}`), 403, `text/${'x'.repeat(95)}`],
])('%s is reported as a response from something other than Partner Center', async ([, answer, status, type]) => {
  expect(await failWith(answer)).toMatchObject({
    name: 'ConnectionError',
    status,
    message: `checkProductUpgradeEligibility failed with ${status} (${type}) from something other than Partner Center, such as a firewall, a proxy or a sign-in page`,
  })
})

test.for(['All is well <b>', 'x<html>'])('a text other than HTML ("%s") violates the contract', async (text) => {
  expect(await failWith(html(200, text))).toMatchObject({ name: 'ContractViolationError' })
})

test('a 408 is a fault, even if it does not come from Partner Center', async () => {
  expect(await failWith(new Response(null, { status: 408 }))).toMatchObject({ name: 'FaultError', status: 408 })
})

test('an overlong code is truncated', async () => {
  expect(await failWith(fault(400, '7'.repeat(1_000)))).toMatchObject({ serviceCode: '7'.repeat(100), code: 'unknown' })
})
