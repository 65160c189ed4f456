import { detailsOf } from '@partner-upgrades/client'
import type { Check } from './check.ts'
import { about, connect } from './connect.ts'
import { expectSame, rejection, rejectionName } from './expect.ts'
import { customers, retryAfter } from './subjects.ts'

/** Checks of waits on the runtime's own timers, and of aborts and timeouts. */
export const waitingChecks: readonly Check[] = [
  {
    name: 'Retry-After is waited out',
    async run(baseUrl) {
      const delays: number[] = []
      const upgrades = connect(baseUrl, { retries: 1, onRetry: ({ delay }) => delays.push(delay) })
      const answer = await upgrades.checkEligibility(about(customers.throttled))
      expectSame(delays, [retryAfter * 1_000])
      expectSame(
        detailsOf(answer)?.attempts.map(({ status }) => status),
        [429, 200],
      )
    },
  },
  {
    name: 'an upgrade is watched until it ends, and its timestamps keep all digits',
    async run(baseUrl) {
      const upgrades = connect(baseUrl)
      const upgrade = await upgrades.create(about(customers.watched))
      const seen: unknown[] = []
      const { signal } = new AbortController()
      for await (const { status, lineItems } of upgrades.watch(upgrade, { signal })) {
        seen.push([status, lineItems?.[0]?.upgradedDate])
      }
      expectSame(seen, [
        ['Pending', null],
        ['InProgress', null],
        ['Completed', '2019-08-29T23:47:28.8524555Z'],
      ])
    },
  },
  {
    name: 'an abort ends the wait between two polls of an upgrade',
    async run(baseUrl) {
      const upgrades = connect(baseUrl, { minPollDelay: 60_000, maxPollDelay: 60_000 })
      const upgrade = await upgrades.create(about(customers.endless))
      const controller = new AbortController()
      const wait = upgrades.waitForCompletion(upgrade, {
        signal: controller.signal,
        onProgress: () => setTimeout(() => controller.abort(new Error('enough')), 20),
      })
      const error = await rejection(wait)
      if (!(error instanceof Error && error.cause instanceof Error)) throw error
      expectSame([error.name, error.cause.message], ['AbortError', 'enough'])
    },
  },
  {
    name: 'an abort ends a request in flight',
    async run(baseUrl) {
      const controller = new AbortController()
      const call = connect(baseUrl).checkEligibility(about(customers.silent), { signal: controller.signal })
      setTimeout(() => controller.abort(), 50)
      expectSame(await rejectionName(call), 'AbortError')
    },
  },
  {
    name: 'a request without a response times out',
    async run(baseUrl) {
      const call = connect(baseUrl, { timeout: 100 }).checkEligibility(about(customers.silent))
      expectSame(await rejectionName(call), 'RequestTimeoutError')
    },
  },
  {
    name: 'a response that never ends times out',
    async run(baseUrl) {
      const call = connect(baseUrl, { timeout: 300 }).checkEligibility(about(customers.halting))
      expectSame(await rejectionName(call), 'RequestTimeoutError')
    },
  },
]
