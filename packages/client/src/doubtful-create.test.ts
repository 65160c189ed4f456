import { expect, test } from 'vitest'
import { createSkippingClock } from '../testing/clock.ts'
import { accepted, completed, fault, request, type Step, script, upgradeId } from '../testing/service.ts'
import { createProductUpgradesClient } from './index.ts'

function setUp(...steps: readonly Step[]) {
  const { fetch, seen } = script(...steps)
  const clock = createSkippingClock()
  return { seen, upgrades: createProductUpgradesClient({ credential: 'token', fetch, clock, random: () => 1 }) }
}

const eligible = () => Response.json({ ...request, isEligible: true })
const inPlace = () => Response.json({ ...request, isEligible: false, upgradeId })
const paths = (seen: readonly { readonly path: string }[]) => seen.map(({ path }) => path.split('/').at(-1))

test.for(['Upstream timed out, try again', 'The page was not found: NotFound', 'The proxy refused to wait any longer'])(
  'a failure in words ("%s") does not prove that a create was never sent',
  async (words) => {
    const { upgrades, seen } = setUp(new Error(words), inPlace(), Response.json(completed))
    expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
    expect(paths(seen)).toEqual(['productUpgrades', 'eligibility', 'status'])
  },
)

test.for([
  { code: 'ECONNREFUSED' },
  { code: 'ENOTFOUND' },
  { code: 'EAI_AGAIN' },
  { code: 'UND_ERR_CONNECT_TIMEOUT' },
  { code: 'ConnectionRefused' },
  { message: 'client error (Connect): tcp connect error: Connection refused (os error 111)' },
])('where no connection came about (%j), it is sent again as it is', async (cause) => {
  const { upgrades, seen } = setUp(Object.assign(new TypeError('fetch failed'), { cause }), accepted())
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
  expect(paths(seen)).toEqual(['productUpgrades', 'productUpgrades'])
})

test('a network error that `fetch` returns, as a mock may, is a doubt like one that it throws', async () => {
  const { upgrades } = setUp(Response.error(), inPlace(), Response.json(completed))
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
})

test('after a doubtful attempt, a conflict that names no upgrade leaves it open whether there is one', async () => {
  const { upgrades } = setUp(new Response(null, { status: 502 }), eligible(), fault(409, '900109', 'In progress.'))
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'OutcomeUnknownError' })
  const { upgrades: others } = setUp(fault(409, '900109', 'In progress.'))
  await expect(others.create(request)).rejects.toMatchObject({ name: 'FaultError', code: '900109' })
})

test('after a doubtful attempt, that the next is throttled leaves it open whether there is an upgrade', async () => {
  const throttled = () => new Response(null, { status: 429, headers: { 'Retry-After': '1' } })
  const { upgrades } = setUp(new Response(null, { status: 502 }), eligible(), ...Array.from({ length: 4 }, throttled))
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'OutcomeUnknownError', cause: { status: 429 } })
  const { upgrades: others } = setUp(...Array.from({ length: 4 }, throttled))
  await expect(others.create(request)).rejects.toMatchObject({ name: 'FaultError', status: 429 })
})

test('after a doubtful attempt that came to nothing, a refusal that says why is thrown as it is', async () => {
  const refusal = fault(403, '900105', 'Subscriptions are suspended.')
  const { upgrades, seen } = setUp(new Response(null, { status: 502 }), eligible(), refusal)
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'FaultError', code: '900105' })
  expect(paths(seen)).toEqual(['productUpgrades', 'eligibility', 'productUpgrades'])
})

test.for(['https://gw.example.com/status', 'https://gw.example.com/eligibility/api'])(
  'a base URL that sounds like another operation (%s) does not make a create one that may be sent twice',
  async (baseUrl) => {
    const { fetch, seen } = script(new Response(null, { status: 503 }), inPlace(), Response.json(completed))
    const clock = createSkippingClock()
    const upgrades = createProductUpgradesClient({ credential: 'token', fetch, clock, baseUrl })
    expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
    expect(paths(seen)).toEqual(['productUpgrades', 'eligibility', 'status'])
  },
)

test('the upgrade in the way is the one in the text, whatever else the fault holds', async () => {
  const told = `This upgrade is not allowed as original upgrade ${upgradeId} is in progress`
  const data = ['MS-CorrelationId 0e6c6f5c-0c8d-4d6f-9f4c-3f1f7f2a9a51']
  const conflict = Response.json({ code: '900109', description: told, data }, { status: 409 })
  const { upgrades } = setUp(eligible(), conflict)
  expect((await upgrades.ensure(request)).upgradeId).toBe(upgradeId)
})

test('a create without an end in sight gives its reference, without a deadline', async () => {
  const { upgrades } = setUp(accepted())
  const created = await upgrades.create(request, { completeWithin: Number.POSITIVE_INFINITY })
  expect(created).toMatchObject({ upgradeId })
  expect(created).not.toHaveProperty('deadline')
})
