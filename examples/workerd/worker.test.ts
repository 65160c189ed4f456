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
  customers: [{ id: customerId }, { id: suspendedId, condition: 'suspendedSubscriptions' }],
})
let server: MockServer
let workerd: ChildProcess
let url = ''

before(async () => {
  server = await startMockServer(partnerCenter)
  const args = ['serve', 'worker.capnp', '--socket-addr=http=127.0.0.1:0', '--control-fd=1']
  const env = { ...process.env, PARTNER_CENTER_URL: server.url, PARTNER_CENTER_TOKEN: 'any-token' }
  const started = spawn('workerd', args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  workerd = started
  // workerd reports the port on file descriptor 1.
  const [line] = await once(createInterface(started.stdout), 'line')
  url = `http://127.0.0.1:${JSON.parse(line).port}`
})
after(async () => {
  workerd.kill()
  await server.close()
})

const post = (path: string) => fetch(url + path, { method: 'POST' })

test('the worker starts an upgrade, and a second request returns the same one', async () => {
  const first = await (await post(`/customers/${customerId}`)).json()
  assert.equal(first.customerId, customerId)
  assert.deepEqual(await (await post(`/customers/${customerId}`)).json(), first)
  partnerCenter.assertContract()
})

test('the worker responds with the fault code of a refusal', async () => {
  const answer = await post(`/customers/${suspendedId}`)
  assert.equal(answer.status, 409)
  assert.equal((await answer.json()).code, '900105')
})
