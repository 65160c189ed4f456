import { createPartnerCenterMock, faults, type InjectedFault } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { guidOf } from '@partner-upgrades/store-proof'
import { createRandom } from '@partner-upgrades/tools/random'
import { createFastClock } from './fast-clock.ts'

// A mock Partner Center over HTTP, in a process of its own, on a clock that runs `speed` times as fast. It admits `perMinute` requests per
// minute. Each preset of the mocks hits a `share` of the customers once, in one of the three operations.
const [speed = '', origin = '', customers = '', perMinute = '', share = ''] = process.argv.slice(2)
const clock = createFastClock(Number(speed), Number(origin))
const random = createRandom(1)
/** When the first request arrived. */
let begin = 0

const presets: readonly (() => InjectedFault)[] = [
  () => faults.fault('900120'),
  // Not a minute as documented: a hundred of those would make up most of the run.
  () => faults.throttled({ retryAfter: 1 }),
  () => faults.throttledUntil({ date: new Date(clock.now() + 1_000) }),
  faults.throttledWithoutDelay,
  faults.tokenExpired,
  faults.mfaRequired,
  faults.wrongTokenAudience,
  faults.appOnlyToken,
  faults.serverError,
  faults.unavailable,
  faults.unknownFault,
  faults.gatewayPage,
  faults.gatewayEmpty,
  faults.emptyServerError,
  faults.acceptedThenTimedOut,
  faults.brokenJson,
  faults.wrongContentType,
  faults.noContentType,
  faults.missingLocation,
  faults.missingIds,
  faults.slow,
  faults.stalled,
  faults.acceptedThenStalled,
  faults.dropped,
  faults.acceptedThenDropped,
  faults.truncated,
]
const operations = ['checkProductUpgradeEligibility', 'createProductUpgrade', 'getProductUpgradeStatus'] as const

/** The presets to apply to each customer, by operation. */
const plan = new Map<string, { readonly preset: number; readonly operation: string }[]>()
for (const preset of presets.keys()) {
  for (let count = 0; count < Number(customers) * Number(share); count++) {
    const customer = guidOf(Math.floor(random() * Number(customers)))
    const operation = operations[Math.floor(random() * 3)] ?? ''
    plan.set(customer, [...(plan.get(customer) ?? []), { preset, operation }])
  }
}

const mock = createPartnerCenterMock({
  clock,
  throttling: [{ requests: Number(perMinute), per: '1m' }],
  durations: { pending: '30s', inProgress: '10m' },
  journalLimit: 1,
})
const hits = new Map<string, number>()
mock.inject(
  {
    name: 'plan',
    async apply(call, tools) {
      begin ||= clock.now()
      const waiting = plan.get(String(Object(call.body).customerId)) ?? []
      const index = waiting.findIndex(({ operation }) => operation === call.operation.id)
      const [next] = index < 0 ? [] : waiting.splice(index, 1)
      const fault = next && presets[next.preset]?.()
      if (!fault) return tools.usual()
      hits.set(fault.name, (hits.get(fault.name) ?? 0) + 1)
      return fault.apply(call, tools)
    },
  },
  { every: 1 },
)
/** The number of requests that the limit admitted and that reached the service, by operation. */
const passed = new Map<string, number>()
let total = 0
/** The figures when nine in ten customers had been started: until then, there was always something to send. */
let busy: { readonly seconds: number; readonly passed: number } | undefined

function count(name: string): undefined {
  total++
  passed.set(name, (passed.get(name) ?? 0) + 1)
  const begun = passed.get('create') ?? 0
  if (name !== 'create' || busy || begun < 0.9 * Number(customers)) return
  busy = { seconds: (clock.now() - begin) / 1_000, passed: total }
}
mock.override({
  checkProductUpgradeEligibility: () => count('eligibility'),
  createProductUpgrade: () => count('create'),
  getProductUpgradeStatus: () => count('status'),
})

const server = await startMockServer(mock, {
  adminPath: '/state',
  adminState: () => {
    const { upgrades } = mock.snapshot()
    return {
      passed: Object.fromEntries(passed),
      upgrades: upgrades.length,
      customers: new Set(upgrades.map(({ customerId }) => customerId)).size,
      hits: Object.fromEntries(hits),
      busy,
    }
  },
})
process.stdout.write(`${server.url}\n`)
