import { expect, test } from 'vitest'
import { smallMock } from '../../test/small-mock.ts'
import { toHandle } from './handle.ts'

const handle = toHandle(smallMock())

test('a request in the contract gets a response', async () => {
  const response = await handle(new Request('https://things.example/api/things/1'))
  expect(await response?.json()).toEqual({ name: 'one' })
})

test.each(['https://things.example/api/others', 'https://elsewhere.example/api/things/1'])(
  '%s is left alone, and its body unread',
  async (url) => {
    const request = new Request(url, { method: 'POST', body: 'text' })
    expect(await handle(request)).toBeUndefined()
    expect(request.bodyUsed).toBe(false)
  },
)
