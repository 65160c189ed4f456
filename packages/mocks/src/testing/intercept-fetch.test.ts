import { expect, test } from 'vitest'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { startMockServer } from '../server.ts'
import { interceptFetch } from './intercept-fetch.ts'
import { createSessions } from './sessions.ts'

const sessions = () => createSessions(() => createPartnerCenterMock())

test('the global fetch is restored', async () => {
  const original = globalThis.fetch
  const restore = interceptFetch(sessions(), () => false)
  expect(globalThis.fetch).not.toBe(original)
  restore()
  expect(globalThis.fetch).toBe(original)
})

test('a request without a handler is never sent, and fails like one to an unreachable host', async () => {
  const server = await startMockServer(createPartnerCenterMock(), { log: () => expect.unreachable() })
  const restore = interceptFetch(sessions(), () => false)
  const lost = fetch(`${server.url}/v1/productUpgrades`)
  restore()
  await expect(lost).rejects.toThrow(TypeError)
  await expect(lost).rejects.toMatchObject({ cause: { message: expect.stringContaining('GET http://127.0.0.1') } })
  await server.close()
})

test('allowed requests reach the network, and so do URLs that need none', async () => {
  const server = await startMockServer(createPartnerCenterMock())
  const restore = interceptFetch(sessions(), ({ url }) => url.startsWith(server.url))
  const [passed, data] = await Promise.all([fetch(`${server.url}/v1/productUpgrades`), fetch('data:,text')])
  restore()
  expect(passed.status).toBe(405)
  expect(await data.text()).toBe('text')
  await server.close()
})
