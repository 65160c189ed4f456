import { setupServer } from 'msw/node'
import { describeHandlers } from '../../test/msw-conformance.ts'

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
