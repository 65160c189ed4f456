// Where Microsoft's pages contradict themselves or each other, and what this project decided: the table of the same name
// in packages/spec/README.md, row by row.
import { createProductUpgradesClient, outcomeOf } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { expect, test } from 'vitest'
import { documentedUpgrade } from '../test/calls.ts'

const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const base = 'https://api.partnercenter.microsoft.com'

/** A client whose provider returns these responses in turn, and the URLs that it requested. */
function clientAnswered(...answers: readonly Response[]) {
  const asked: string[] = []
  const clock = createClock({ auto: true })
  const client = createProductUpgradesClient({
    credential: 'any-token',
    clock,
    fetch: async (url) => {
      asked.push(url)
      return answers[asked.length - 1] ?? expect.fail(`a request too many: ${url}`)
    },
  })
  return { client, asked }
}

const accepted = (location: string, body: string | null = null) =>
  new Response(body, { status: 202, headers: { Location: location } })

const problemsOf = (body: unknown) =>
  contract.operations.getProductUpgradeStatus?.responses['200']?.content['application/json']?.validate?.(body)

test('1: the status operation answers with a status, not with an eligibility', () => {
  expect(problemsOf({ id: upgradeId, status: 'Completed' })).toEqual([])
  expect(problemsOf({ customerId: request.customerId, isEligible: true, productFamily: 'azure' })).not.toEqual([])
})

test('2: the printed body of the status request is not JSON, and the intended JSON is sent and accepted', async () => {
  const mock = createPartnerCenterMock({ upgrades: [{ id: upgradeId, ...request, status: 'InProgress' }] })
  const client = createProductUpgradesClient({ credential: 'any-token', fetch: mock.fetch, clock: mock.clock })
  const bodies = exchanges.filter(({ request: { malformed, body } }) => malformed && body)
  expect(bodies.map(({ operation }) => operation)).toEqual(Array(4).fill('getProductUpgradeStatus'))
  expect((await client.getStatus(documentedUpgrade())).status).toBe('InProgress')
})

test('3: seven fractional digits survive from the service to the user', async () => {
  const upgradedDate = '2019-08-29T23:47:28.8524555Z'
  const { client } = clientAnswered(
    Response.json({ id: upgradeId, status: 'Completed', lineItems: [{ upgradedDate }] }),
  )
  const { lineItems } = await client.getStatus(documentedUpgrade())
  expect(lineItems?.[0]?.upgradedDate).toBe(upgradedDate)
})

test.for(['Completed', 'completed', 'Pending', 'Rebooting'])(
  '4: the status %s is data, not an error',
  async (status) => {
    expect(problemsOf({ id: upgradeId, status })).toEqual([])
    const { client } = clientAnswered(Response.json({ id: upgradeId, status }))
    const answer = await client.getStatus(documentedUpgrade())
    expect(answer.status).toBe(status)
    expect(outcomeOf(answer)).toBe(/^completed$/i.test(status) ? 'completed' : 'running')
  },
)

test.for([
  `productUpgrades/${upgradeId}`,
  `productupgrades/${upgradeId}/`,
  `/v1/productUpgrades/${upgradeId}`,
  `${base}/v1/PRODUCTUPGRADES/${upgradeId.toUpperCase()}`,
  `https://elsewhere.example/v1/productUpgrades/${upgradeId}`,
])('5: the upgrade is read from the Location %s, which is never followed', async (location) => {
  const { client, asked } = clientAnswered(accepted(location))
  expect((await client.create(request)).upgradeId.toLowerCase()).toBe(upgradeId)
  expect(asked).toEqual([`${base}/v1/productUpgrades`])
})

test('6: a body of the 202 is tolerated', async () => {
  const body = JSON.stringify({ id: upgradeId, status: 'Pending' })
  const { client } = clientAnswered(accepted(`productUpgrades/${upgradeId}`, body))
  expect((await client.create(request)).upgradeId).toBe(upgradeId)
})

test('7: a status request is retried after a transient failure although it is a POST; a create is not', async () => {
  const unavailable = () => new Response(null, { status: 503 })
  const status = clientAnswered(unavailable(), Response.json({ id: upgradeId, status: 'Completed' }))
  await status.client.getStatus(documentedUpgrade())
  expect(status.asked).toHaveLength(2)

  const eligibility = { customerId: request.customerId, productFamily: 'Azure', isEligible: false, upgradeId }
  const known = Response.json({ id: upgradeId, status: 'Pending' })
  const create = clientAnswered(unavailable(), Response.json(eligibility), known)
  expect((await create.client.create(request)).upgradeId).toBe(upgradeId)
  expect(create.asked.filter((url) => url === `${base}/v1/productUpgrades`)).toHaveLength(1)
})

test('8: translations and the plain text are separate exchanges that differ only in their IDs', () => {
  const variants = exchanges.filter(({ operation }) => operation === 'getProductUpgradeStatus')
  expect(new Set(variants.map(({ request: { body } }) => body)).size).toBe(1)
  expect(new Set(variants.map(({ response: { body } }) => body)).size).toBe(1)
  const correlation = variants.map(({ name, response: { headers } }) => [
    name,
    new Map(headers).get('MS-CorrelationId'),
  ])
  expect(Object.fromEntries(correlation)).toEqual({
    'getProductUpgradeStatus.en': '772871a9-399b-4f3b-b8c7-38f550e4f22a',
    'getProductUpgradeStatus.en-plain': 'bbbb1111-cc22-3333-44dd-555555eeeeee',
    'getProductUpgradeStatus.fr': '772871a9-399b-4f3b-b8c7-38f550e4f22a',
    'getProductUpgradeStatus.zh-tw': '772871a9-399b-4f3b-b8c7-38f550e4f22a',
  })
})

test('9: a response without Content-Type is read as JSON', async () => {
  const body = new TextEncoder().encode(JSON.stringify({ id: upgradeId, status: 'Completed' }))
  const answer = new Response(body)
  expect(answer.headers.get('Content-Type')).toBeNull()
  expect((await clientAnswered(answer).client.getStatus(documentedUpgrade())).status).toBe('Completed')
})

test('10: the status has its own path, and only JSON is accepted', async () => {
  const { handle } = createPartnerCenterMock()
  const post = (path: string, type: string) =>
    handle(
      new Request(base + path, {
        method: 'POST',
        headers: { Authorization: 'Bearer t', 'Content-Type': type },
        body: '{}',
      }),
    )
  expect(await post(`/v1/productUpgrades/${upgradeId}`, 'application/json')).toBeUndefined()
  expect((await post(`/v1/productUpgrades/${upgradeId}/status`, 'application/xml'))?.status).toBe(415)
})
