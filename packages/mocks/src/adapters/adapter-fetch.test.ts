import { adapterOf } from '../../test/adapters/adapter.ts'
import { describeAdapter } from '../../test/adapters/describe-adapter.ts'
import type { Reached } from '../../test/adapters/reach.ts'
import type { PartnerCenterMock } from '../core.ts'

function reach({ fetch }: PartnerCenterMock): Reached {
  return { fetch, baseUrl: 'https://partner-center.example', close: () => {} }
}

describeAdapter('fetch', adapterOf(reach))
