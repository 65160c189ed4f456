import { expect, test } from 'vitest'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createSessions } from './sessions.ts'

const url = 'https://api.partnercenter.microsoft.com/v1/productUpgrades'

test('concurrent tests have separate mocks', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const mocks = await Promise.all(
    [1, 2].map(() =>
      sessions.run(async () => {
        const { mock } = sessions.current()
        await Promise.resolve()
        expect(sessions.current().mock).toBe(mock)
        return mock
      }),
    ),
  )
  expect(mocks[0]).not.toBe(mocks[1])
})

test('a test fails if its request was rejected, even if its own code ignores that', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const run = sessions.run(() => sessions.current().mock.fetch(url))
  await expect(run).rejects.toThrow('GET /v1/productUpgrades was rejected: This resource supports only POST.')
})

test('a failing test also reports rejected requests', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const failure = new Error('expected 202')
  const alone = sessions.run(() => Promise.reject(failure))
  await expect(alone).rejects.toBe(failure)
  const both = sessions.run(async () => {
    await sessions.current().mock.fetch(url)
    throw failure
  })
  await expect(both).rejects.toThrow(/^expected 202\n\nContract violations:\n- GET /)
})

test('partnerCenter is not available outside a test', () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  expect(() => sessions.current()).toThrow('Each test has its own Partner Center: use it inside a test.')
  expect(sessions.sender('GET', `${url}?secret=1`)).toBeUndefined()
  expect(() => sessions.close()).toThrow(`- GET ${url} was sent outside of a test`)
  expect(() => sessions.close()).not.toThrow()
})

test('a session stays active until it is ended', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  sessions.begin()
  await sessions.current().mock.fetch(url)
  await expect(sessions.end()).rejects.toThrow('was rejected')
  expect(() => sessions.current()).toThrow('use it inside a test')
})

test('an allowed violation is allowed each time, whatever the flags of the pattern', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const run = sessions.run(async () => {
    const { mock, allow } = sessions.current()
    allow(/only POST/g)
    for (const path of ['', '/', '?again']) await mock.fetch(url + path)
  })
  await expect(run).resolves.toBeUndefined()
})
