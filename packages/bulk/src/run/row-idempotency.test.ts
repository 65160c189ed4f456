import type { PendingCreate } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { service, setUpJournal } from '../../test/set-up-journal.ts'
import { createRowIdempotency, rowKey } from './row-idempotency.ts'

test('a worker that has lost its row sends nothing, and leaves the shared record of the customer alone', async () => {
  const { join } = setUpJournal(1)
  const store = await join()
  const [work] = (await (await join()).claim('start', 1)).work
  const saved: PendingCreate[] = []
  const shared = { save: (next: PendingCreate) => void saved.push(next), clear: () => {}, close: () => {} }
  const files = { tryOpen: async () => shared, open: async () => shared, read: async () => undefined }
  const rows = new Map(work && [[rowKey(work), { work, note: () => {} }]])
  const { open } = createRowIdempotency(rows, { record: store.append, creates: files })
  const subject = { baseUrl: service, customerId: guidOf(0), productFamily: 'Azure' }
  const entry = await open(subject, new AbortController().signal)
  await expect(entry.save({ requestId: guidOf(1), attempt: guidOf(2), earlier: null })).rejects.toMatchObject({
    message: 'The create was not sent: another worker has taken over the row',
    unsent: true,
  })
  expect(saved).toEqual([])
})
