import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createPartnerCenterMock, type PartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerId, goodBody, goodPath } from './nonsense.ts'
import { createDraw } from './random.ts'
import { goodRequest, hostileRequest, senderGone } from './requests.ts'
import { attack, hostileBytes } from './sockets.ts'

const inProcess = 80_000
const overSockets = 20_000
const batch = 1_000
const atOnce = 25

const rejections: unknown[] = []
const note = (reason: unknown): void => void rejections.push(reason)
let mock: PartnerCenterMock
let server: MockServer

beforeAll(async () => {
  process.on('unhandledRejection', note)
  mock = createPartnerCenterMock({ journalLimit: 100 })
  server = await startMockServer(mock, { adminPath: '/state', adminState: () => mock.snapshot() })
})

afterAll(async () => {
  await server.close()
  process.off('unhandledRejection', note)
})

const eligible = { customerId, isEligible: true, productFamily: 'azure' }

async function expectGoodAnswers(): Promise<void> {
  const state = await fetch(`${server.url}/state`)
  expect(await state.json()).toMatchObject({ requests: expect.any(Array) })
  mock.reset()
  const direct = await mock.handle(goodRequest())
  expect(direct?.status).toBe(200)
  expect(await direct?.json()).toEqual(eligible)
  const served = await fetch(server.url + goodPath, {
    method: 'POST',
    headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
    body: goodBody,
  })
  expect(served.status).toBe(200)
  expect(await served.json()).toEqual(eligible)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(rejections).toEqual([])
}

setFlagsFromString('--expose-gc')
const gc: () => void = runInNewContext('gc')

async function heap(): Promise<number> {
  // Objects that await finalization are freed by the collection after the next task.
  for (let turn = 0; turn < 3; turn += 1) {
    gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}

/** Runs all batches, each followed by a good request, and compares the memory in use at the end with that after a fifth of them. */
async function run(name: string, total: number, attackOnce: () => Promise<string>): Promise<void> {
  const outcomes = new Map<string, number>()
  let early = 0
  for (let sent = 0; sent < total; sent += batch) {
    for (let started = 0; started < batch; started += atOnce) {
      const wave = await Promise.all(Array.from({ length: atOnce }, attackOnce))
      for (const outcome of wave) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    await expectGoodAnswers()
    if (sent + batch === total / 5) early = await heap()
  }
  const late = await heap()
  const counted = [...outcomes]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([outcome, times]) => `${outcome} × ${times}`)
  console.log(
    `${name}: ${counted.join(', ')}; heap ${megabytes(early)} MB after a fifth, ${megabytes(late)} MB at the end`,
  )
  expect(late).toBeLessThan(early * 1.1 + 2e6)
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

test(`${inProcess} hostile requests in the process: each gets a response, or fails as its sender did`, async () => {
  const draw = createDraw(1)
  await run('in the process', inProcess, async () => {
    try {
      const response = await mock.handle(hostileRequest(draw))
      if (response === undefined) return 'outside the contract'
      const text = await response.text()
      expect(response.status, text).toBeLessThan(500)
      if (text !== '') JSON.parse(text)
      return String(response.status)
    } catch (error) {
      if (error === senderGone) return 'sender gone'
      throw error
    }
  })
})

test(`${overSockets} hostile messages over connections: none stays open, and none crashes the server`, async () => {
  const draw = createDraw(2)
  const port = Number(new URL(server.url).port)
  await run('over connections', overSockets, async () => {
    const answer = await attack(port, hostileBytes(draw))
    expect(answer, 'the server leaves the connection open').toBeDefined()
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer ?? '')?.[1] ?? 'no response'
    expect(status, answer).not.toMatch(/^5/)
    return status
  })
})
