import {
  ConnectionError,
  ContractViolationError,
  OutcomeUnknownError,
  type PartnerCenterError,
  RequestAbortedError,
} from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import {
  createAttempt,
  created,
  customerId,
  eligible,
  fault,
  fresh,
  requestId,
  sent,
  signal,
  take,
  upgradeId,
} from '../../test/step.ts'

describe('the eligibility of a new row', () => {
  test('is requested with a request ID of its own', async () => {
    const { calls, verdict } = take(fresh, { checkEligibility: { ...eligible, isEligible: false } })
    await verdict
    expect(calls).toEqual([
      ['checkEligibility', { customerId, productFamily: 'Azure' }, { signal, requestId: 'note 1' }],
    ])
  })

  test.for([
    ['with a reason', { reason: 'Why' }, 'Why'],
    ['without one', {}, 'The service does not say why.'],
  ] as const)('ends it as ineligible, %s', async ([, more, text]) => {
    const { verdict } = take(fresh, { checkEligibility: { ...eligible, isEligible: false, ...more } })
    expect(await verdict).toEqual({ is: 'ended', outcome: 'ineligible', again: true, reason: { text } })
  })

  test('ends a dry run as eligible', async () => {
    expect(await take(fresh, {}, { dryRun: true }).verdict).toEqual({ is: 'ended', outcome: 'eligible', again: false })
  })

  test('names the upgrade that is followed instead; a dry run ends as upgraded', async () => {
    const reason = `There is an upgrade in progress with ID ${upgradeId}`
    const checkEligibility = { ...eligible, isEligible: false, upgradeId, reason }
    expect(await take(fresh, { checkEligibility }).verdict).toEqual({
      is: 'created',
      upgradeId,
      adopted: true,
      dueIn: 0,
    })
    expect(await take(fresh, { checkEligibility }, { dryRun: true }).verdict).toMatchObject({
      outcome: 'upgraded',
      reason: { text: reason },
    })
  })

  test.for([
    ['900109', true, 'upgraded'],
    ['900110', true, 'upgraded'],
    ['900108', true, 'rejected'],
    ['900110', false, 'rejected'],
  ] as const)('that is rejected with %s ends the row (dry run: %s) as %s', async ([serviceCode, dryRun, outcome]) => {
    const { verdict } = take(fresh, { checkEligibility: fault(400, { serviceCode }) }, { dryRun })
    expect(await verdict).toMatchObject({ is: 'ended', outcome, reason: { code: serviceCode } })
  })

  test('that cannot be obtained is requested again, and nothing was created', async () => {
    const { verdict } = take(fresh, { checkEligibility: new ConnectionError('cut') })
    expect(await verdict).toMatchObject({
      is: 'postponed',
      dueIn: 30_000,
      tries: 1,
      anew: true,
      reason: { text: 'cut' },
    })
  })

  test('that is invalid leaves open whether there is an upgrade', async () => {
    const { verdict } = take({ ...fresh, tries: 5 }, { checkEligibility: new ContractViolationError('odd') })
    expect(await verdict).toMatchObject({ is: 'ended', outcome: 'unknown' })
    const again = await take(fresh, { checkEligibility: new ContractViolationError('odd') }).verdict
    expect(again).not.toHaveProperty('anew')
  })
})

describe('the create of an eligible row', () => {
  test('knows the earlier upgrade that the service named, or that there is none', async () => {
    for (const earlier of [undefined, guidOf(7)]) {
      const { calls, verdict } = take(fresh, {
        checkEligibility: { ...eligible, ...(earlier && { upgradeId: earlier }) },
        create: { ...fresh, upgradeId },
      })
      await verdict
      expect(calls[1]).toEqual([
        'create',
        { customerId, productFamily: 'Azure' },
        { signal, requestId: 'note 2', lookOnce: true, earlier: earlier ?? null },
      ])
    }
  })

  test('that another process has made is adopted', async () => {
    expect(await take(fresh, { create: { ...fresh, upgradeId } }).verdict).toEqual({
      is: 'created',
      upgradeId,
      adopted: true,
      dueIn: 30_000,
    })
  })

  test('that is rejected ends the row, unless the fault names an upgrade', async () => {
    expect(await take(fresh, { create: fault(400) }).verdict).toMatchObject({ is: 'ended', outcome: 'rejected' })
    expect(await take(fresh, { create: fault(409, { upgradeId }) }).verdict).toEqual({
      is: 'created',
      upgradeId,
      adopted: true,
      dueIn: 0,
    })
  })

  test('whose outcome is open may not start anew', async () => {
    const open = new OutcomeUnknownError('open', { nextLook: 7_000 })
    const verdict = await take(fresh, { create: open }).verdict
    expect(verdict).toMatchObject({ is: 'postponed', dueIn: 7_000, tries: 0 })
    expect(verdict).not.toHaveProperty('anew')
  })
})

describe('a create in doubt', () => {
  test('is settled under its request ID, and whether it was accepted', async () => {
    for (const accepted of [true, undefined]) {
      const work = { ...sent, ...(accepted && { accepted }) }
      const { calls, verdict } = take(work, { ensure: { ...fresh, upgradeId } })
      expect(await verdict).toEqual({ is: 'created', upgradeId, adopted: false, dueIn: 30_000 })
      expect(calls).toEqual([
        [
          'ensure',
          { customerId, productFamily: 'Azure' },
          { signal, requestId, accepted: accepted === true, lookOnce: true },
        ],
      ])
    }
  })

  test('never starts anew, whatever the error', async () => {
    for (const error of [fault(400), fault(503), new ConnectionError('cut'), new RequestAbortedError('stopped')]) {
      const verdict = await take(sent, { ensure: error }).verdict
      expect(verdict).toMatchObject({ is: 'postponed' })
      expect(verdict).not.toHaveProperty('anew')
    }
    expect(await take({ ...sent, tries: 5 }, { ensure: fault(503) }).verdict).toMatchObject({ outcome: 'unknown' })
  })

  test('that was sent again without effect because the service rejects it ends as unknown', async () => {
    const doubtful = (effect: string, cause: unknown): PartnerCenterError =>
      new OutcomeUnknownError('open', { cause, nextLook: 9_000, ...createAttempt({ effect }) })
    expect(await take(sent, { ensure: doubtful('none', fault(400)) }).verdict).toMatchObject({ outcome: 'unknown' })
    for (const other of [doubtful('none', fault(503)), doubtful('unknown', fault(400)), doubtful('none', new Error())])
      expect(await take(sent, { ensure: other }).verdict).toMatchObject({ is: 'postponed', tries: 1, dueIn: 9_000 })
  })
})

describe('an upgrade', () => {
  const status = (more: object) => ({ id: upgradeId, productFamily: 'Azure', ...more })
  const poll = (more: object, nextDelay?: number) => ({
    poll: { status: status(more), ...(nextDelay && { nextDelay }) },
  })

  test('is polled with its last delay, and polled again after the next one', async () => {
    const { calls, verdict } = take({ ...created, delay: 40_000 }, poll({ status: 'InProgress' }, 80_000))
    expect(await verdict).toEqual({ is: 'postponed', dueIn: 80_000, tries: 0, delay: 80_000 })
    expect(calls).toEqual([
      [
        'poll',
        expect.objectContaining({ customerId, productFamily: 'Azure', upgradeId, baseUrl: expect.any(String) }),
        { signal, requestId: 'note 1', lastDelay: 40_000 },
      ],
    ])
    const first = take(created, poll({ status: 'Pending' }, 1))
    await first.verdict
    expect(first.calls[0]).toEqual(['poll', expect.anything(), { signal, requestId: 'note 1' }])
  })

  test('that has completed needs no reason', async () => {
    expect(await take(created, poll({ status: 'Completed' })).verdict).toEqual({
      is: 'ended',
      outcome: 'completed',
      again: false,
    })
  })

  test('that has failed ends with its reason and line items', async () => {
    const lineItems = [{ status: 'Failed' }]
    expect(await take(created, poll({ status: 'Failed', lineItems })).verdict).toEqual({
      is: 'ended',
      outcome: 'failed',
      again: true,
      reason: { text: 'The upgrade is Failed; the service gives no reason.' },
      lineItems,
    })
  })

  test('is followed for the given time, and then ends as unknown with what is known of it', async () => {
    const running = poll({ status: 'InProgress', lineItems: [{ status: 'Pending' }] }, 5_000)
    expect(await take({ ...created, age: 86_399_999 }, running).verdict).toMatchObject({ is: 'postponed' })
    expect(await take({ ...created, age: 86_400_000 }, running).verdict).toEqual({
      is: 'ended',
      outcome: 'unknown',
      again: true,
      reason: { text: 'Still InProgress when the time to follow it ran out.' },
      lineItems: [{ status: 'Pending' }],
    })
  })

  test('whose status is rejected is looked for again', async () => {
    expect(await take(created, { poll: fault(404) }).verdict).toMatchObject({
      is: 'postponed',
      tries: 1,
      dueIn: 30_000,
    })
  })
})
