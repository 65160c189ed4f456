import { expect, onTestFinished, test } from 'vitest'
import { type Fate, startProofService } from './proof-service.ts'
import { guidOf } from './random.ts'

const customerId = guidOf(4)

async function create(fate: Fate) {
  const senders: string[] = []
  const watch = (sender: string): Fate => {
    senders.push(sender)
    return fate
  }
  const service = await startProofService(watch, {})
  onTestFinished(() => service.close())
  const response = await fetch(`${service.url}/v1/productUpgrades`, {
    method: 'POST',
    headers: { 'MS-RequestId': 'an-id', 'MS-PartnerCenter-Application': 'worker-0-0' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
  return { service, senders, response }
}

test('a create is carried out, and its sender and request ID are recorded', async () => {
  const { service, senders, response } = await create({})
  const [upgradeId] = service.service.upgrades.get(customerId) ?? []
  expect([response.status, response.headers.get('Location')]).toEqual([202, `productUpgrades/${upgradeId}`])
  expect(senders).toEqual(['worker-0-0'])
  expect(service.requestIds).toEqual(new Map([[customerId, new Set(['an-id'])]]))
  expect(service.creates).toEqual(new Map([['worker-0-0', 1]]))
})

test('a throttled create has no effect, and its request ID is not recorded', async () => {
  const { service, response } = await create({ wait: 1_001 })
  expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '2'])
  expect([service.service.creates, service.requestIds.size, service.creates.size]).toEqual([0, 0, 0])
})
