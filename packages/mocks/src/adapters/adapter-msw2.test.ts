import { RequestHandler } from 'msw2'
import { setupServer } from 'msw2/node'
import { vi } from 'vitest'
import { adapterOf } from '../../test/adapters/adapter.ts'
import { describeAdapter } from '../../test/adapters/describe-adapter.ts'
import type { Reached } from '../../test/adapters/reach.ts'
import type { PartnerCenterMock } from '../core.ts'
import { toHandlers } from './handlers.ts'

// In a project with msw 2, the import of `msw` in the handlers resolves to it.
vi.mock('msw', () => import('msw2'))

function reach(mock: PartnerCenterMock): Reached {
  const server = setupServer(...toHandlers(mock).filter((handler) => handler instanceof RequestHandler))
  server.listen()
  return {
    fetch: (input, init) => fetch(input, init),
    baseUrl: 'https://api.partnercenter.microsoft.com',
    close: () => server.close(),
  }
}

describeAdapter('msw 2', adapterOf(reach))
