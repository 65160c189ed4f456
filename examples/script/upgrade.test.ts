import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'

let mock: ChildProcess
let baseUrl = ''

before(async () => {
  // npm adds the commands of all dependencies to the path.
  const started = spawn('partner-upgrades-mocks', ['--scenario', 'scenario.json', '--port', '0', '--quiet'])
  const [line] = await once(createInterface(started.stdout), 'line')
  baseUrl = line.replace('Mock Partner Center listening on ', '')
  mock = started
})
after(() => mock.kill())

function upgrade(...args: readonly string[]) {
  const env = { ...process.env, PARTNER_CENTER_BASE_URL: baseUrl, PARTNER_CENTER_TOKEN: 'any-token' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['upgrade.ts', ...args], { env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

test('a customer moves to an Azure plan', () => {
  const { status, output } = upgrade('4c721420-72ad-4708-a0a7-371a2f7b0969')
  assert.match(output, /The customer is on an Azure plan: Completed\.\n$/)
  assert.equal(status, 0)
})

test('the reason for a refusal is printed in one line', () => {
  const { status, output } = upgrade('58e2af4f-0ad3-4688-8744-be2357cd939a')
  assert.match(output, /^[^\n]*900105[^\n]*\n$/)
  assert.equal(status, 1)
})

test('without a customer, it prints its usage', () => {
  assert.deepEqual(upgrade(), { status: 2, output: 'Usage: PARTNER_CENTER_TOKEN=… npm start -- CUSTOMER_ID\n' })
})
