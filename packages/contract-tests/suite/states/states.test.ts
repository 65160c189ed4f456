import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks'
import { setupServer } from 'msw/node'
import { describe, expect, test } from 'vitest'
import { errorOf, expectSurfaced } from '../../test/surfaced.ts'
import { proves } from '../matrix/proves.ts'
import { request, type Situation } from './situation.ts'
import { situations } from './situations.ts'

const rows = situations.map((situation): [string, Situation] => [situation.what, situation])
const mockOf = ({ options }: Situation) => createPartnerCenterMock({ clock: createClock({ auto: true }), ...options })

type Send = (url: string, init: RequestInit) => Promise<Response>

async function expectShown(situation: Situation, send: Send): Promise<void> {
  const { cell, before, call, spoil = (init) => init, expected = {} } = situation
  const credential = 'any-token'
  const undisturbed = createProductUpgradesClient({ credential, fetch: send, retries: 0 })
  const client = createProductUpgradesClient({ credential, fetch: (url, init) => send(url, spoil(init)), retries: 0 })
  await before?.(undisturbed)
  if (cell.status.startsWith('2')) {
    expect(await call(client)).toMatchObject(expected)
  } else {
    const error = await errorOf(call(client))
    expectSurfaced(error, cell)
    expect(error).toMatchObject(expected)
  }
}

describe('by state, through fetch', () => {
  test.for(rows)('%s', async ([, situation], { task }) => {
    await expectShown(situation, mockOf(situation).fetch)
    proves(task, situation.cell, 'state')
  })
})

describe('by state, through msw', () => {
  test.for(rows)('%s', async ([, situation]) => {
    const server = setupServer(...mockOf(situation).handlers)
    server.listen({ onUnhandledFrame: 'error' })
    try {
      await expectShown(situation, (url, init) => globalThis.fetch(url, init))
    } finally {
      server.close()
    }
  })
})

test('an upgrade goes from pending through in progress to completed, and the client follows it', async () => {
  const { fetch, clock } = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const client = createProductUpgradesClient({ credential: 'any-token', fetch, clock })
  const seen: string[] = []
  const upgrade = await client.create(request)
  const done = await client.waitForCompletion(upgrade, { onProgress: ({ status: now }) => seen.push(now) })
  expect(seen).toEqual(['Pending', 'InProgress', 'Completed'])
  expect(done.lineItems).toMatchObject([
    {
      sourceProduct: { name: 'AzureSubscription' },
      targetProduct: { name: 'Microsoft Azure plan' },
      status: 'Completed',
    },
  ])
})

test('a repeated request ID returns the same upgrade', async () => {
  const { fetch, clock } = createPartnerCenterMock()
  const client = createProductUpgradesClient({ credential: 'any-token', fetch, clock })
  const requestId = 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'
  const first = await client.create(request, { requestId })
  expect(await client.create(request, { requestId })).toEqual(first)
})
