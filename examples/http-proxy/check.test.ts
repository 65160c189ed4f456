import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { afterEach, beforeEach, test } from 'node:test'
import { createPartnerCenterMock, type PartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'
import { type LoopbackProxy, startLoopbackProxy } from './loopback-proxy.ts'

// Nothing listens at this address: only the proxy can reach the mock.
const PARTNER_CENTER_BASE_URL = 'http://127.255.255.254:8443'
let partnerCenter: PartnerCenterMock
let server: MockServer
let proxy: LoopbackProxy

beforeEach(async () => {
  partnerCenter = createPartnerCenterMock()
  server = await startMockServer(partnerCenter)
  proxy = await startLoopbackProxy(server.url)
})
afterEach(async () => {
  proxy.close()
  await server.close()
})

function run(program: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const env = { PARTNER_CENTER_BASE_URL, PARTNER_CENTER_TOKEN: 'any-token', ...settings }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '4c721420-72ad-4708-a0a7-371a2f7b0969'], { env }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
}

// Partner Center is https, so HTTPS_PROXY applies to it; HTTP_PROXY applies to the mock on loopback.
test('Node uses the proxy of the environment', async () => {
  assert.match(await run('check.ts', { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url }), /^eligible\n/)
  assert.deepEqual(proxy.reached, ['127.255.255.254:8443'])
})

test('Node ignores the proxy of the environment without NODE_USE_ENV_PROXY', async () => {
  assert.match(await run('check.ts', { HTTP_PROXY: proxy.url }), /ConnectionError/)
  assert.deepEqual(proxy.reached, [])
})

test('undici uses the configured proxy', async () => {
  assert.equal(await run('check-by-agent.ts', { COMPANY_PROXY: proxy.url }), 'eligible\n')
  assert.deepEqual(proxy.reached, ['127.255.255.254:8443'])
})

test('no request gets past a proxy that rejects the password', async () => {
  const COMPANY_PROXY = proxy.url.replace('password', 'wrong')
  assert.match(await run('check-by-agent.ts', { COMPANY_PROXY }), /407|ConnectionError/)
  assert.deepEqual(partnerCenter.requests, [])
})
