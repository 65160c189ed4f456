import { setupWorker } from 'msw/browser'
import { toHandlers } from '../../src/index.ts'
import { type Adapter, adapterOf } from '../adapters/adapter.ts'

// Runs in a page: mock, msw and caller live there, and the worker sends every request of the page back to it.
const worker = setupWorker()
await worker.start({ quiet: true, onUnhandledFrame: 'error' })

/** The adapter of this page. */
export const adapter: Adapter = adapterOf((mock) => {
  worker.resetHandlers(...toHandlers(mock))
  return {
    fetch: (input, init) => fetch(input, init),
    baseUrl: 'https://api.partnercenter.microsoft.com',
    close: () => {},
  }
})
