import { writeFileSync } from 'node:fs'
import { systemClock } from '@partner-upgrades/client'
import { readCustomers } from '@partner-upgrades/customer-lists'
import { guidOf } from '@partner-upgrades/store-proof'
import { openJournal } from '../src/journal/journal.ts'
import { openSharedFile } from '../src/journal/shared-file.ts'
import type { RecordedCall } from '../src/store/journal-entry.ts'

/** Writes a list with the given number of customers. */
export function makeList(path: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, row) => `${guidOf(row)},Customer ${row}\n`)
  writeFileSync(path, `customerId,name\n${lines.join('')}`)
}

const calls = (
  call: RecordedCall['call'],
  operation: RecordedCall['attempts'][number]['operation'],
): RecordedCall[] => {
  const requestId = crypto.randomUUID()
  const startedAt = new Date().toISOString()
  const attempt = {
    operation,
    requestId,
    correlationId: crypto.randomUUID(),
    startedAt,
    duration: 87.25,
    status: 200,
    cv: 'cv4/Rdk2EyhLNbf.1',
  }
  return [
    {
      call,
      requestId,
      startedAt,
      duration: 88.5,
      outcome: 'success',
      attempts: [{ ...attempt, serverId: '201112611' }],
    },
  ]
}

/** Writes the journal of a run that was stopped when all but the last `open` rows had ended. */
export async function makeJournal(list: string, path: string, service: string, open: number): Promise<void> {
  const customers = await readCustomers(list)
  // The content of a journal does not depend on syncing.
  const unsynced = async (file: string) => ({ ...(await openSharedFile(file)), sync: async () => {} })
  const store = await openJournal({ path, customers, service, clock: systemClock, open: unsynced })
  for (let done = 0; done < customers.size - open; ) {
    const { work } = await store.claim('start', Math.min(500, customers.size - open - done))
    done += work.length
    await Promise.all(
      work.map(async ({ row }) => {
        const [requestId, correlationId, upgradeId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
        const first = [
          ...calls('checkEligibility', 'checkProductUpgradeEligibility'),
          ...calls('create', 'createProductUpgrade'),
        ]
        await Promise.all([
          store.append({ is: 'sending', row, requestId, correlationId }),
          store.append({ is: 'created', row, upgradeId, adopted: false, dueIn: 0, calls: first }),
        ])
      }),
    )
    const looks = await store.claim('follow', 500)
    await Promise.all(
      looks.work.map(({ row }) =>
        store.append({
          is: 'ended',
          row,
          outcome: 'completed',
          again: false,
          calls: calls('poll', 'getProductUpgradeStatus'),
        }),
      ),
    )
  }
  await store.close()
}
