import type { HttpHandler } from 'msw'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { toHandlers } from '../src/adapters/handlers.ts'
import { startMockServer } from '../src/server/start-mock-server.ts'
import { smallMock } from './small-mock.ts'

/** The parts of a version of msw that the tests use. */
export interface MswVersion {
  readonly name: string
  readonly start: (handlers: HttpHandler[], onUnhandled: (url: string) => void) => MswServer
}

/** A listening msw server. */
export interface MswServer {
  /** Listens to msw's `request:start`. */
  onStarted(listener: (request: Request) => void): void
  close(): void
}

/** Tests a mock's handlers under a version of msw. */
export function describeHandlers({ name, start }: MswVersion): void {
  describe(`handlers under ${name}`, () => {
    const mock = smallMock({
      resolve: ({ operation, body }) => {
        if (operation.id !== 'createThing') return undefined
        return JSON.stringify(body) === '{"name":"broken"}'
          ? { status: 204 }
          : { status: 202, headers: { Location: 'things/9' } }
      },
    })
    const unhandled: string[] = []
    let server: MswServer
    // Not while tests are collected: another server of msw that closes in between would close this one's interception.
    beforeAll(() => {
      server = start(toHandlers(mock), (url) => unhandled.push(url))
    })
    afterAll(() => server.close())

    const create = (url: string, body: string) =>
      fetch(url, { method: 'POST', headers: { authorization: 'Bearer t', 'content-type': 'application/json' }, body })

    test('a request gets a response, with headers and an empty body', async () => {
      const response = await create('https://things.example/api/things', '{"name":"x"}')
      expect(response.status).toBe(202)
      expect(response.headers.get('location')).toBe('things/9')
      expect(await response.text()).toBe('')
    })

    test.each([
      ['a response without a body', () => create('https://things.example/api/things', '{"name":"x"}'), '0'],
      ['a response with a body', () => fetch('https://things.example/api/things/1'), '14'],
      ['a response to HEAD', () => fetch('https://things.example/api/things/1', { method: 'HEAD' }), null],
    ])('%s has its Content-Length if that is known', async (_, call, length) => {
      const response = await call()
      await response.text()
      expect(response.headers.get('content-length')).toBe(length)
    })

    test('a listener that clones a request at once can read its body, as can the mock', async () => {
      const bodies: Promise<string>[] = []
      server.onStarted((request) => bodies.push(request.clone().text()))
      const response = await create('https://things.example/api/things', '{"name":"x"}')
      expect(response.status).toBe(202)
      expect(await Promise.all(bodies)).toEqual(['{"name":"x"}'])
    })

    test('the path may be in any case', async () => {
      const response = await create('https://things.example/API/THINGS/', '{"name":"x"}')
      expect(response.status).toBe(202)
    })

    test('a bad request is rejected', async () => {
      const response = await create('https://things.example/api/things', '{"name":1}')
      expect(response.status).toBe(400)
      expect(await response.json()).toEqual({ error: 'The request is invalid: body /name must be string.' })
    })

    test('a response that violates the contract becomes a 500 that says how', async () => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => {})
      const response = await create('https://things.example/api/things', '{"name":"broken"}')
      expect(response.status).toBe(500)
      expect(await response.text()).toContain('The 204 response of createThing violates the contract: /status')
      expect(log).toHaveBeenCalled()
      log.mockRestore()
    })

    test('a request outside the contract passes to the network, and counts as unhandled', async () => {
      const other = await startMockServer(mock)
      const url = `${other.url}/api/things/1`
      expect(await (await fetch(url)).json()).toEqual({ name: 'one' })
      expect(unhandled).toEqual([url])
      await other.close()
    })
  })
}
