import type { Attempt } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import type { RecordedCall } from '../src/store/journal-entry.ts'
import { accepted, ended, sending } from './set-up-journal.ts'

export const attempt: Attempt = {
  operation: 'createProductUpgrade',
  requestId: guidOf(1),
  correlationId: guidOf(2),
  startedAt: '2026-01-01T00:00:00.000Z',
  duration: 1,
}
export const call: RecordedCall = {
  call: 'create',
  requestId: guidOf(1),
  startedAt: '',
  duration: 1,
  outcome: 'success',
  attempts: [attempt],
}
/** An event of each type, with all of its members. */
export const events = {
  opened: {
    is: 'opened',
    version: 2,
    after: 0,
    input: { name: 'a.csv', sha256: 'f', rows: 1 },
    dryRun: false,
    service: 'https://api.partnercenter.microsoft.com',
    lease: 30_000,
    process: { host: 'here', pid: 1, startedAt: 0, boot: 'b' },
  },
  claimed: { is: 'claimed', rows: [0, 1] },
  alive: { is: 'alive' },
  left: { is: 'left' },
  gone: { is: 'gone', worker: 'w' },
  handedOver: { is: 'handedOver', after: 1, handOver: guidOf(1), fleet: guidOf(2), list: 'l', partner: 'p' },
  throttled: { is: 'throttled', quietFor: 1 },
  again: { is: 'again', round: 1, all: true },
  sending: sending(1),
  accepted: accepted(1),
  created: { is: 'created', row: 1, upgradeId: guidOf(1), adopted: true, dueIn: 5, calls: [call] },
  postponed: {
    is: 'postponed',
    row: 1,
    dueIn: 5,
    tries: 1,
    delay: 5,
    anew: true,
    reason: { text: 'No', code: '1', error: 'FaultError' },
    calls: [call],
  },
  ended: {
    ...ended(1),
    reason: { text: 'No' },
    lineItems: [
      { sourceProduct: { id: '1', name: 'Old' }, targetProduct: {}, status: 'Failed', upgradedDate: '2019' },
      { reason: { text: 'No', code: '1' } },
    ],
    lineItemsLeftOut: 1,
    calls: [call],
  },
} as const satisfies Readonly<Record<string, object>>
