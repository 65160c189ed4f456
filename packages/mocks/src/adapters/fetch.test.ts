import { expect, test } from 'vitest'
import { smallMock } from '../../test/small-mock.ts'
import { toFetch } from './fetch.ts'

const fetch = toFetch(smallMock())
const init = {
  method: 'POST',
  headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
  body: '{"name":"x"}',
}

test('a URL, a string and a Request all get a response, whatever their origin', async () => {
  const url = 'http://anywhere.example/api/things'
  for (const response of [
    await fetch(url, init),
    await fetch(new URL(url), init),
    await fetch(new Request(url, init)),
  ]) {
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe('things/1')
    expect(await response.text()).toBe('')
  }
})

test('options override those of a Request', async () => {
  const request = new Request('https://things.example/api/things/1')
  const response = await fetch(request, { headers: { prefer: 'example=large' } })
  expect(await response.json()).toEqual({ name: 'thousand' })
})

test('a path outside the contract fails like an unreachable host, without showing the query', async () => {
  const lost = fetch('https://things.example/api/others?secret=1')
  await expect(lost).rejects.toThrow(TypeError)
  await expect(lost).rejects.toThrow(/^GET https:\/\/things.example\/api\/others is outside the mocked contract.$/)
})

test('an aborted request rejects with the reason of its signal', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(fetch('https://things.example/api/things/1', { signal })).rejects.toThrow('enough')
})

test('a response that violates the contract is thrown as an error', async () => {
  const broken = toFetch(smallMock({ resolve: () => ({ status: 202 }) }))
  await expect(broken('https://things.example/api/things', init)).rejects.toThrow('/headers/Location is required')
})
