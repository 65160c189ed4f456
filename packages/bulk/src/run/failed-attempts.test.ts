import {
  ConnectionError,
  ContractViolationError,
  NotSentError,
  OutcomeUnknownError,
  type PartnerCenterError,
  RequestAbortedError,
} from '@partner-upgrades/client'
import { describe, expect, test } from 'vitest'
import { attemptOf } from '../../test/results.ts'
import { createAttempt, created, fault, fresh, sent, take } from '../../test/step.ts'
import type { Work } from '../store/store.ts'
import { CreateHeldError } from './create-gate.ts'
import type { Tools } from './process-row.ts'
import { CustomerBusyError } from './row-idempotency.ts'

describe('a failed attempt', () => {
  const after = (error: PartnerCenterError, work: Work = fresh, more: Partial<Tools> = {}) =>
    take(work, { checkEligibility: error }, more).verdict

  test.for([
    [0, 30_000],
    [1, 60_000],
    [4, 480_000],
  ] as const)('number %i from zero is followed by a wait of %i ms', async ([tries, dueIn]) => {
    expect(await after(new ConnectionError('cut'), { ...fresh, tries })).toMatchObject({ dueIn, tries: tries + 1 })
  })

  test('waits for ten minutes at most, however many there were', async () => {
    const more = { notice: () => false }
    expect(await after(fault(503), { ...created, stage: 'new', tries: 5 }, more)).toMatchObject({
      dueIn: 600_000,
      tries: 5,
    })
  })

  test('ends the row if it is the sixth', async () => {
    expect(await after(new ConnectionError('cut'), { ...fresh, tries: 5 })).toMatchObject({
      is: 'ended',
      outcome: 'rejected',
      reason: { text: 'cut' },
    })
  })

  test('does not count if it is not the row’s own', async () => {
    expect(await after(new ConnectionError('cut'), fresh, { notice: () => false })).toMatchObject({ tries: 0 })
  })

  test('counts if the service itself responded, whatever else fails', async () => {
    const invalid = new ContractViolationError('odd')
    expect(await after(invalid, fresh, { notice: () => false })).toMatchObject({ tries: 1 })
  })

  test.for([
    [
      'another process holds the customer',
      new CustomerBusyError({ process: { host: '', pid: 1, startedAt: 0 }, purpose: '', id: '', since: '' }),
      5_000,
    ],
    ['the create may not start now', new CreateHeldError('held', { unsent: true }), 0],
  ] as const)('does not count if %s', async ([, error, dueIn]) => {
    const verdict = await take({ ...fresh, tries: 2 }, { create: error }).verdict
    expect(verdict).toMatchObject({ is: 'postponed', tries: 2, dueIn, anew: true })
  })

  test('of a create that could not be recorded starts anew', async () => {
    const verdict = await take(fresh, { create: new NotSentError('lost', { unsent: true }) }).verdict
    expect(verdict).toMatchObject({ is: 'postponed', anew: true, dueIn: 30_000 })
  })

  test('that was merely aborted is repeated at once, if nothing can have been created', async () => {
    const aborted = new RequestAbortedError('stopped')
    expect(await after(aborted)).toMatchObject({ dueIn: 0, anew: true })
    expect(await take(created, { poll: aborted }).verdict).toMatchObject({ dueIn: 30_000 })
  })

  test.for([
    [10_000, 30_000, ''],
    [45_000, 45_000, ''],
    [3_600_000, 3_600_000, ''],
    [
      7_000_000,
      3_600_000,
      ' (The service asked for a wait of 2 hours or more; the next attempt follows after one hour.)',
    ],
  ] as const)('with a Retry-After of %i ms waits for %i ms%s', async ([retryAfter, dueIn, text]) => {
    expect(await after(fault(429, { retryAfter }))).toMatchObject({ dueIn, reason: { text: `no${text}` } })
  })

  test('of a lookup does not count, one of a create does', async () => {
    const open = (more: object) => new OutcomeUnknownError('open', { nextLook: 1_000, ...more })
    expect(await take(sent, { ensure: open({ attempts: [attemptOf(1)] }) }).verdict).toMatchObject({ tries: 0 })
    expect(await take(sent, { ensure: open(createAttempt()) }).verdict).toMatchObject({ tries: 1 })
  })
})
