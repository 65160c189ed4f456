import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { upgradeCustomers } from '../upgrade-customers.ts'

/** A customer for each way to end. */
const ends = {
  completed: guidOf(0x10),
  failed: guidOf(0x11),
  partial: guidOf(0x12),
  ineligible: guidOf(0x13),
  rejected: guidOf(0x14),
  unknown: guidOf(0x15),
  lost: guidOf(0x16),
  stopped: guidOf(0x17),
} as const

const folder = mkdtempSync(join(tmpdir(), 'audit-'))
const item = (outcome: 'Completed' | 'Failed') => ({ outcome })
const partnerCenter = createPartnerCenterMock({
  clock: createClock({ auto: true }),
  customers: [
    { id: ends.completed },
    { id: ends.failed, lineItems: [item('Failed')] },
    { id: ends.partial, lineItems: [item('Completed'), item('Failed')] },
    { id: ends.ineligible, condition: '900105' },
    { id: ends.rejected },
    { id: ends.unknown },
    { id: ends.lost },
    { id: ends.stopped },
  ],
})
interface Ids {
  readonly requestId?: string | undefined
  readonly correlationId?: string | undefined
}

const create = 'createProductUpgrade'
let outcomes: Readonly<Record<string, string>>
let audited: readonly {
  readonly customerId: string
  readonly calls: readonly { readonly attempts: readonly Ids[] }[]
}[]

beforeAll(async () => {
  const { fetch, clock, inject } = partnerCenter
  inject(faults.fault('900130'), { operation: create, customerId: ends.rejected, every: 1 })
  inject(faults.unavailable(), { operation: create, customerId: ends.unknown, every: 1 })
  inject(faults.acceptedThenDropped(), { operation: create, customerId: ends.lost })
  inject(faults.stalled(), { operation: create, customerId: ends.stopped })
  const file = join(folder, 'customers.csv')
  writeFileSync(file, ['customerId', ...Object.values(ends), ''].join('\n'))
  const options = { file, stateFolder: folder, client: { credential: 'token', fetch, clock } }
  const controller = new AbortController()
  const first = upgradeCustomers({ ...options, signal: controller.signal })
  const isSent = () =>
    partnerCenter.requests.some(({ operation, customerId }) => operation === create && customerId === ends.stopped)
  while (!isSent()) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  await first
  const { files } = await upgradeCustomers(options)
  const linesOf = (path = '') =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  outcomes = Object.fromEntries(linesOf(files?.jsonLines).map(({ customerId, outcome }) => [customerId, outcome]))
  audited = linesOf(files?.audit).filter(({ record }) => record === 'customer')
})

afterAll(() => rmSync(folder, { recursive: true }))

test('every outcome occurs', () => {
  const { lost, stopped, ...named } = ends
  for (const [outcome, customerId] of Object.entries(named)) expect(outcomes[customerId]).toBe(outcome)
  expect([outcomes[lost], outcomes[stopped]]).toEqual(['completed', 'completed'])
})

test.for(Object.entries(ends))(
  'the audit of a customer that ends as %s lists every request that was sent for it',
  ([, id]) => {
    const toKey = ({ requestId, correlationId }: Ids): string => `${requestId} ${correlationId}`
    const sent = partnerCenter.requests.filter(({ customerId }) => customerId === id)
    const told = audited.find(({ customerId }) => customerId === id)?.calls.flatMap(({ attempts }) => attempts) ?? []
    expect(told.map(toKey).sort()).toEqual(sent.map(toKey).sort())
    expect(sent.length).toBeGreaterThan(0)
  },
)

test('a create whose program was killed before it got the response is in the audit, too', async () => {
  const home = mkdtempSync(join(tmpdir(), 'killed-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const { fetch, clock } = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const file = join(home, 'customers.csv')
  writeFileSync(file, `customerId\n${ends.completed}\n`)
  const never = new Promise<never>(() => {})
  let killed = ''
  void upgradeCustomers({
    file,
    stateFolder: join(home, 'killed'),
    client: {
      credential: 'token',
      clock: { now: clock.now, sleep: (ms, signal) => (killed ? never : clock.sleep(ms, signal)) },
      async fetch(url, init) {
        const answer = await fetch(url, init)
        if (!url.endsWith('/productUpgrades')) return answer
        killed = new Headers(init.headers).get('MS-CorrelationId') ?? ''
        return never
      },
    },
  })
  while (!killed) await new Promise((resolve) => setImmediate(resolve))
  const { files } = await upgradeCustomers({ file, stateFolder: home, client: { credential: 'token', fetch, clock } })
  const lines = readFileSync(files?.audit ?? '', 'utf8').split('\n')
  const told = lines.find((line) => line.includes('"record":"customer"')) ?? '{}'
  expect(JSON.parse(told)).toMatchObject({
    outcome: 'completed',
    lost: [{ operation: 'createProductUpgrade', correlationId: killed }],
  })
})
