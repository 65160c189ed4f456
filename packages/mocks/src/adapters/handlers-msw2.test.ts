import { RequestHandler } from 'msw2'
import { setupServer } from 'msw2/node'
import { expect, vi } from 'vitest'
import { describeHandlers } from '../../test/msw-conformance.ts'

// In a project with msw 2, the import of `msw` in the handlers resolves to it.
vi.mock('msw', () => import('msw2'))

describeHandlers({
  name: 'msw 2',
  start: (handlers, onUnhandled) => {
    const own = handlers.filter((handler) => handler instanceof RequestHandler)
    expect(own).toHaveLength(handlers.length)
    const server = setupServer(...own)
    server.listen({ onUnhandledRequest: ({ url }) => onUnhandled(url) })
    return {
      onStarted: (listener) => void server.events.on('request:start', ({ request }) => listener(request)),
      close: () => server.close(),
    }
  },
})
