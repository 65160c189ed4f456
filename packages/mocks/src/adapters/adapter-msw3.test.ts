import { setupServer } from 'msw/node'
import { adapterOf } from '../../test/adapters/adapter.ts'
import { describeAdapter } from '../../test/adapters/describe-adapter.ts'
import type { Reached } from '../../test/adapters/reach.ts'
import type { PartnerCenterMock } from '../core.ts'
import { toHandlers } from './handlers.ts'

function reach(mock: PartnerCenterMock): Reached {
  const server = setupServer(...toHandlers(mock))
  server.listen()
  return {
    fetch: (input, init) => fetch(input, init),
    baseUrl: 'https://api.partnercenter.microsoft.com',
    close: () => server.close(),
  }
}

describeAdapter('msw 3', adapterOf(reach))
