import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'
import { startGateway } from './gateway.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
let service: MockServer
let gateway: Server

before(async () => {
  service = await startMockServer(createPartnerCenterMock({ customers: [{ id: customerId }] }))
  gateway = await startGateway(service.url)
})
after(async () => {
  gateway.close()
  gateway.closeAllConnections()
  await service.close()
})

async function run(command: string, ...words: string[]) {
  const env = { ...process.env, PARTNER_CENTER_TOKEN: 'any-token', PARTNER_CENTER_CUSTOMER_ID: customerId }
  const child = spawn(`node_modules/.bin/${command}`, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code, output: output + errors }
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function verify(server: Server) {
  return run('partner-upgrades-contract-tests', 'verify', '--base-url', urlOf(server), '--safe', '--max-rps', '200')
}

test('the gateway keeps the contract', async () => {
  const { code, output } = await verify(gateway)
  assert.equal(code, 0, output)
})

test('a service that answers everything with an empty object is found out', async () => {
  const careless = createServer((_, response) => void response.setHeader('Content-Type', 'application/json').end('{}'))
  await once(careless.listen(0, '127.0.0.1'), 'listening')
  try {
    const { code, output } = await verify(careless)
    assert.equal(code, 1, output)
    assert.match(output, /checkProductUpgradeEligibility/)
  } finally {
    careless.close()
    careless.closeAllConnections()
  }
})

test('a compressed response passes through the gateway', async () => {
  const compressing = createServer((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"totalCount":0,"items":[]}'))
  })
  await once(compressing.listen(0, '127.0.0.1'), 'listening')
  const front = await startGateway(urlOf(compressing))
  try {
    assert.deepEqual(await (await fetch(`${urlOf(front)}/v1/customers`)).json(), { totalCount: 0, items: [] })
  } finally {
    for (const server of [front, compressing]) {
      server.close()
      server.closeAllConnections()
    }
  }
})

test('the ruleset finds a response that the document leaves out', async () => {
  const broken = 'broken.yaml'
  writeFileSync(broken, readFileSync('openapi.yaml', 'utf8').replace("'404':", "'409':"))
  try {
    const { code, output } = await run('spectral', 'lint', broken, '--ruleset', 'spectral.mjs', '--fail-severity=warn')
    assert.equal(code, 1)
    assert.match(output, /error-responses .*404/)
  } finally {
    rmSync(broken)
  }
})
