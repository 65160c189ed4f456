import { adapterOf } from '../../test/adapters/adapter.ts'
import { describeAdapter } from '../../test/adapters/describe-adapter.ts'
import type { Reached } from '../../test/adapters/reach.ts'
import type { PartnerCenterMock } from '../core.ts'
import { startMockServer } from '../server.ts'

async function reach(mock: PartnerCenterMock): Promise<Reached> {
  const server = await startMockServer(mock)
  return { fetch, baseUrl: server.url, close: () => server.close() }
}

describeAdapter('HTTP', adapterOf(reach))
