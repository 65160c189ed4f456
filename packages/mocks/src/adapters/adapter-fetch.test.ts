import { expect, test } from 'vitest'
import { adapterOf } from '../../test/adapters/adapter.ts'
import { rows } from '../../test/adapters/conversation.ts'
import { describeObservations } from '../../test/adapters/describe-adapter.ts'
import type { Reached } from '../../test/adapters/reach.ts'
import type { PartnerCenterMock } from '../core.ts'

function reach({ fetch }: PartnerCenterMock): Reached {
  return { fetch, baseUrl: 'https://partner-center.example', close: () => {} }
}

const adapter = adapterOf(reach)

// The other adapters are compared with this one; this one is compared with the expected statuses.
test('a conversation has the expected statuses', async () => {
  const carried = await adapter.converse()
  expect(carried.map(({ status }, index) => `${rows[index]?.name}: ${status}`)).toEqual(
    rows.map(({ name, status }) => `${name}: ${status}`),
  )
})

describeObservations('fetch', adapter)
