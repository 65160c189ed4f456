import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'
import { describeHandlers } from '../../test/msw-conformance.ts'
import { smallMock } from '../../test/small-mock.ts'
import { nextTask } from '../time/next-task.ts'
import { toHandlers } from './handlers.ts'

describeHandlers({
  name: 'msw 3',
  start: (handlers, onUnhandled) => {
    const server = setupServer(...handlers)
    server.events.on('request:unhandled', ({ request }) => onUnhandled(request.url))
    server.listen({ onUnhandledFrame: 'bypass' })
    return {
      onStarted: (listener) => void server.events.on('request:start', ({ request }) => listener(request)),
      close: () => server.close(),
    }
  },
})

// Opening a connection takes about as long as everything else that msw 3 does for a call.
test('consecutive calls share a connection', async () => {
  let connections = 0
  const count = (): void => {
    connections += 1
  }
  subscribe('undici:client:connected', count)
  onTestFinished(() => void unsubscribe('undici:client:connected', count))
  const server = setupServer(...toHandlers(smallMock({ baseUrls: ['https://shared.example'] })))
  server.listen()
  onTestFinished(() => server.close())
  for (const method of ['GET', 'POST', 'GET', 'PUT']) {
    const response = await fetch('https://shared.example/things/1', { method })
    await response.text()
    await nextTask()
  }
  expect(connections).toBe(1)
})
