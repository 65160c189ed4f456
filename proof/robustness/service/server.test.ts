import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { page } from './answers.ts'
import type { Behaviour } from './behaviour.ts'
import { startService } from './server.ts'
import { createTruth } from './truth.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

async function open(behaviour: Partial<Behaviour> = {}) {
  const truth = createTruth(new Map([[customerId, { name: 'test', ...behaviour }]]))
  const service = await startService(truth)
  onTestFinished(() => service.close())
  const ask = (path: string): Promise<Response> =>
    fetch(`${service.url}/v1/productUpgrades${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer somebody', 'MS-RequestId': 'r', 'MS-CorrelationId': 'c' },
      body: JSON.stringify({ customerId, productFamily: 'Azure' }),
    })
  const customer = truth.get(customerId) ?? expect.unreachable()
  return { customer, ask, url: service.url }
}

test('every create makes another upgrade', async () => {
  const { customer, ask } = await open()
  const answers = [await ask(''), await ask('')]
  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  const ids = customer.commits.map(({ upgradeId }) => upgradeId)
  expect(new Set(ids).size).toBe(2)
  expect(answers[0]?.headers.get('Location')).toBe(`productUpgrades/${ids[0]}`)
})

test('responses carry the IDs of the request, and those of a gateway do not', async () => {
  const { ask } = await open({ create: () => ({ answer: () => page(504) }) })
  expect((await ask('/eligibility')).headers.get('MS-RequestId')).toBe('r')
  expect((await ask('')).headers.get('MS-RequestId')).toBe(null)
})

test('bytes are sent unchanged', async () => {
  const { url } = await open({ look: () => ({ bytes: Buffer.from('no HTTP') }) })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const body = JSON.stringify({ customerId })
  socket.write(
    `POST /v1/productupgrades/eligibility HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  const [chunk] = await once(socket, 'data')
  expect(String(chunk)).toBe('no HTTP')
})
