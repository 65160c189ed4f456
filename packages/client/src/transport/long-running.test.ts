import { expect, onTestFinished, test, vi } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import { accepted, request, script } from '../../test/service.ts'
import { type AuditRecord, createProductUpgradesClient, type ProductUpgradesClientOptions } from '../index.ts'

/** A request that ends only when its signal is aborted. */
const never = (_: string, { signal }: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

/** A client that has run for an hour. Timers are faked, because timeouts always use the system clock. */
function setUp(options: Partial<ProductUpgradesClientOptions>) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const hour = 3_600_000
  let now = hour
  const clock = { now: () => now, elapsed: () => now, sleep: createSkippingClock().sleep }
  const pass = (ms: number): void => {
    now += ms
  }
  return {
    upgrades: createProductUpgradesClient({ credential: 't', fetch: never, clock, retries: 0, ...options }),
    pass,
  }
}

test("a late call may take as long as the client's first one", async () => {
  const { upgrades } = setUp({ totalTimeout: 5_000 })
  const call = expect(upgrades.checkEligibility(request)).rejects.toThrow('No response within 5000 ms')
  await vi.advanceTimersByTimeAsync(5_000)
  await call
})

test("a late call that waits for its turn gives up as soon as the client's first one", async () => {
  const { upgrades } = setUp({ maxInFlight: 1 })
  void upgrades.checkEligibility(request).catch(() => {})
  const call = expect(upgrades.checkEligibility(request, { totalTimeout: 5_000 })).rejects.toMatchObject({
    name: 'RequestTimeoutError',
    message: 'Not sent within 5000 ms',
    cause: { name: 'AbortError' },
  })
  await vi.advanceTimersByTimeAsync(5_000)
  await call
})

test('the duration of a call does not include the time the client has been running', async () => {
  const records: AuditRecord[] = []
  const { upgrades, pass } = setUp({
    onAudit: (record) => records.push(record),
    fetch: async () => {
      pass(250)
      return accepted()
    },
  })
  await upgrades.create(request)
  expect(records).toMatchObject([{ duration: 250, attempts: [{ duration: 250 }] }])
})

// Reading a body back from its stream takes longer than everything else in the client.
test('bodies are not read back from the requests and responses made from them', async () => {
  const texts = [Request, Response].map(({ prototype }) => vi.spyOn(prototype, 'text'))
  onTestFinished(() => {
    for (const text of texts) text.mockRestore()
  })
  const stream = new Blob([JSON.stringify({ ...request, isEligible: true })]).stream()
  const { fetch, seen } = script(new Response(stream))
  await createProductUpgradesClient({ credential: 't', fetch }).checkEligibility(request)
  expect(seen[0]?.body).toEqual(request)
  for (const text of texts) expect(text).not.toHaveBeenCalled()
})
