import { createProductUpgradesClient, type UpgradeReference } from '@partner-upgrades/client'

// Watches 10,000 upgrades concurrently in its own process, in real time, and reports the measurements.
const count = 10_000
// Ten times the default: each upgrade is polled about every eight minutes.
const pollsPerMinute = 1_200
const seconds = 10
const running = JSON.stringify({ id: crypto.randomUUID(), status: 'InProgress', lineItems: [] })
const sent: number[] = []
let inFlight = 0
let mostInFlight = 0
let peak = 0

const upgrades = createProductUpgradesClient({
  credential: 'token',
  pollsPerMinute,
  minPollDelay: 1_000,
  async fetch() {
    sent.push(performance.now())
    mostInFlight = Math.max(mostInFlight, ++inFlight)
    await new Promise((resolve) => setImmediate(resolve))
    inFlight--
    return new Response(running)
  },
})

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
const before = timers()
const controller = new AbortController()
const listeners = new Set<unknown>()
const { signal } = controller
const add = signal.addEventListener
const remove = signal.removeEventListener
signal.addEventListener = (...args: Parameters<typeof add>) => {
  listeners.add(args[1])
  add.apply(signal, args)
}
signal.removeEventListener = (...args: Parameters<typeof remove>) => {
  listeners.delete(args[1])
  remove.apply(signal, args)
}

const meter = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 100)
const watching = Array.from({ length: count }, async () => {
  const upgrade: UpgradeReference = {
    upgradeId: crypto.randomUUID(),
    customerId: crypto.randomUUID(),
    productFamily: 'Azure',
    baseUrl: 'https://api.partnercenter.microsoft.com',
  }
  try {
    for await (const { status } of upgrades.watch(upgrade, { signal })) if (status !== 'InProgress') return 'ended'
  } catch (error) {
    return error instanceof Error ? error.name : 'error'
  }
  return 'ended'
})
await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const during = timers()
controller.abort()
const outcomes = await Promise.all(watching)
clearInterval(meter)
await new Promise((resolve) => setImmediate(resolve))

const [first = 0] = sent
const windows = new Map<number, number>()
for (const time of sent) {
  const second = Math.floor((time - first) / 1000)
  windows.set(second, (windows.get(second) ?? 0) + 1)
}
process.stdout.write(
  `${JSON.stringify({
    watched: count,
    aborted: outcomes.filter((outcome) => outcome === 'AbortError').length,
    polls: sent.length,
    mostPollsInOneSecond: Math.max(...windows.values()),
    budgetPerSecond: pollsPerMinute / 60,
    mostInFlight,
    residentMegabytes: Math.round(peak / 2 ** 20),
    timersBefore: before,
    timersDuring: during,
    timersAfter: timers(),
    listenersAfter: listeners.size,
  })}\n`,
)
