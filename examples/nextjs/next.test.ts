import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const suspendedId = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const partnerCenter = createPartnerCenterMock({
  customers: [
    { id: customerId, companyName: 'Contoso' },
    { id: suspendedId, companyName: 'Fabrikam', condition: 'suspendedSubscriptions' },
  ],
})
let server: MockServer
let next: ChildProcess
let url = ''

before(async () => {
  server = await startMockServer(partnerCenter)
  const env = { ...process.env, PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: 'any-token' }
  const started = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  next = started
  for await (const line of createInterface(started.stdout)) {
    url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    if (url !== '') break
  }
})
after(async () => {
  next.kill()
  await once(next, 'exit')
  await server.close()
})

const start = (customer: string) =>
  fetch(`${url}/upgrades`, {
    method: 'POST',
    body: JSON.stringify({ customerId: customer }),
  })

test('the page shows for each customer whether an upgrade is possible', async () => {
  const page = (await (await fetch(url)).text()).replaceAll('<!-- -->', '')
  assert.match(page, /Contoso: can be upgraded/)
  assert.match(page, /Fabrikam: .*suspended/)
})

test('the route starts an upgrade, and another request returns the same one', async () => {
  const first = await start(customerId)
  assert.equal(first.status, 202)
  const { upgradeId } = await first.json()
  assert.equal((await (await start(customerId)).json()).upgradeId, upgradeId)
  assert.match(await (await fetch(url)).text(), /Contoso(<!-- -->)?: (<!-- -->)?has an upgrade/)
  partnerCenter.assertContract()
})

test('the route responds with the fault code of a refusal', async () => {
  const answer = await start(suspendedId)
  assert.equal(answer.status, 502)
  assert.equal((await answer.json()).code, '900105')
})
