import { expect, test } from 'vitest'
import { createPartnerCenterMock } from '../service/partner-center-mock.ts'
import { createSessions } from './sessions.ts'

const url = 'https://api.partnercenter.microsoft.com/v1/productUpgrades'

test('tests that run at the same time have mocks of their own', async () => {
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

test('a test fails when its request was turned away, though its own code did not mind', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const run = sessions.run(() => sessions.current().mock.fetch(url))
  await expect(run).rejects.toThrow('GET /v1/productUpgrades was turned away: This resource answers POST only.')
})

test('a test that fails by itself says what else went wrong', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const failure = new Error('expected 202')
  const alone = sessions.run(() => Promise.reject(failure))
  await expect(alone).rejects.toBe(failure)
  const both = sessions.run(async () => {
    await sessions.current().mock.fetch(url)
    throw failure
  })
  await expect(both).rejects.toThrow(/^expected 202\n\nAgainst the contract:\n- GET /)
})

test('outside of a test there is no Partner Center', () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  expect(() => sessions.current()).toThrow('Each test has a Partner Center of its own: there is none outside.')
  expect(sessions.sender('GET', `${url}?secret=1`)).toBeUndefined()
  expect(() => sessions.close()).toThrow(`- GET ${url} was sent outside of a test`)
  expect(() => sessions.close()).not.toThrow()
})

test('a session that was begun holds until it is ended', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  sessions.begin()
  await sessions.current().mock.fetch(url)
  await expect(sessions.end()).rejects.toThrow('was turned away')
  expect(() => sessions.current()).toThrow('none outside')
})

test('a breach that is allowed is allowed each time, whatever the flags of the pattern', async () => {
  const sessions = createSessions(() => createPartnerCenterMock())
  const run = sessions.run(async () => {
    const { mock, allow } = sessions.current()
    allow(/POST only/g)
    for (const path of ['', '/', '?again']) await mock.fetch(url + path)
  })
  await expect(run).resolves.toBeUndefined()
})
