// Ends the program at each stage, by SIGINT or SIGKILL, and reruns it: one upgrade exists on the server, and the command reaches its goal.
import { faults } from '@partner-upgrades/mocks/core'
import { describe, expect, test } from 'vitest'
import { openPartnerCenter, type PartnerCenter } from './partner-center.ts'
import { startProgram } from './program.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
// The mock shows an upgrade at once, so the search for it can be shorter than by default.
const quickly = ['--yes', '--settle-for', '1s']
const eligibility = 'checkProductUpgradeEligibility'
const create = 'createProductUpgrade'
const status = 'getProductUpgradeStatus'

interface Stage {
  /** Makes the program wait at this stage. */
  readonly hold: (mock: PartnerCenter['mock']) => void
  /** The exchange at which the program is ended. */
  readonly at: RegExp
  readonly commands: readonly string[]
}

const stages: Readonly<Record<string, Stage>> = {
  'the eligibility check': {
    hold: (mock) => mock.inject(faults.stalled(), { operation: eligibility }),
    at: /eligibility stalled/,
    commands: ['ensure', 'upgrade'],
  },
  'a create that does not arrive': {
    hold: (mock) => mock.inject(faults.stalled(), { operation: create }),
    at: /productUpgrades stalled/,
    commands: ['create', 'ensure', 'upgrade'],
  },
  'a create without a response': {
    hold: (mock) => mock.inject(faults.acceptedThenStalled(), { operation: create }),
    at: /productUpgrades stalled/,
    commands: ['create', 'ensure', 'upgrade'],
  },
  'the response to the create': {
    hold: () => {},
    at: /productUpgrades 202/,
    commands: ['create', 'ensure', 'upgrade'],
  },
  'settling a create after a cut connection': {
    hold: (mock) => {
      mock.inject(faults.acceptedThenDropped(), { operation: create })
      mock.inject(faults.stalled(), { operation: eligibility })
    },
    at: /eligibility stalled/,
    commands: ['create'],
  },
  'the first poll': {
    hold: (mock) => mock.inject(faults.stalled(), { operation: status }),
    at: /status stalled/,
    commands: ['upgrade'],
  },
  'waiting between two polls': {
    hold: () => {},
    at: /status 200/,
    commands: ['upgrade'],
  },
}

const cases = Object.entries(stages).flatMap(([stage, { commands }]) =>
  commands.flatMap((command) =>
    (['SIGINT', 'SIGKILL'] as const).flatMap((signal) =>
      [true, false].map((deduplicate) => ({ stage, command, signal, deduplicate })),
    ),
  ),
)

describe.concurrent('after the program is ended at a stage, rerunning the same command leaves one upgrade', () => {
  test.for(cases)(
    '$command, $signal at $stage (deduplication: $deduplicate)',
    async ({ stage, command, signal, deduplicate }, { onTestFinished }) => {
      const { hold, at } = stages[stage] ?? expect.unreachable()
      const partnerCenter = await openPartnerCenter(onTestFinished, { deduplicate })
      const args = [command, customerId, ...quickly, ...(command === 'upgrade' ? ['--interval', '500ms'] : [])]
      hold(partnerCenter.mock)

      const first = startProgram(args, partnerCenter.env)
      partnerCenter.onExchange = (line) => {
        if (at.test(line)) first.child.kill(signal)
      }
      const ended = await first.ending
      partnerCenter.onExchange = () => {}
      // A command that nothing holds may finish before the signal arrives.
      if (ended.code !== 0) {
        expect(ended.signal).toBe(signal === 'SIGKILL' ? 'SIGKILL' : null)
        expect(ended.code).toBe(signal === 'SIGKILL' ? null : 130)
      } else expect(stage).toBe('the response to the create')

      const again = await startProgram(args, partnerCenter.env).ending
      expect(again.signal).toBe(null)
      // After a run that reported the upgrade as created, a second create is refused.
      if (command !== 'create' || !ended.stdout.includes('created: ')) expect(again.code, again.stderr).toBe(0)
      expect(partnerCenter.mock.snapshot().upgrades).toHaveLength(1)
      if (command === 'upgrade') expect(again.stdout).toMatch(/status: Completed/)
      if (!ended.stdout.includes('created: ')) expect(requestIds(partnerCenter).size).toBe(1)
    },
  )
})

// Here the service would allow another upgrade, and only the request ID shows that none is wanted.
test.for(['create', 'ensure', 'upgrade'])(
  '%s: an upgrade that failed before the second run is not created again',
  async (command, { onTestFinished }) => {
    const partnerCenter = await openPartnerCenter(onTestFinished, {
      durations: { pending: '0s', inProgress: '0s' },
      customers: [{ id: customerId, lineItems: [{ outcome: 'Failed' }] }],
    })
    partnerCenter.mock.inject(faults.acceptedThenStalled(), { operation: create })
    const first = startProgram([command, customerId, ...quickly], partnerCenter.env)
    partnerCenter.onExchange = (line) => {
      if (/productUpgrades stalled/.test(line)) first.child.kill('SIGKILL')
    }
    await first.ending
    const again = await startProgram([command, customerId, ...quickly], partnerCenter.env).ending
    // A plain create does not look for existing upgrades first, so the failed one may be older.
    expect(again.code).toBe({ create: 6, ensure: 0, upgrade: 1 }[command])
    expect(partnerCenter.mock.snapshot().upgrades).toHaveLength(1)
    expect(requestIds(partnerCenter).size).toBe(1)
  },
)

/** The request IDs of all creates. */
function requestIds({ mock }: PartnerCenter): ReadonlySet<string | undefined> {
  return new Set(mock.requests.flatMap(({ operation, requestId }) => (operation === create ? [requestId] : [])))
}

test.for([1, 2, 3, 4, 5, 6])(
  'killed at random again and again, the command still completes the upgrade: round %i',
  async (seed, { onTestFinished }) => {
    const partnerCenter = await openPartnerCenter(onTestFinished, { deduplicate: seed % 2 === 0 })
    const random = randomOf(seed)
    for (let tries = 1; ; tries++) {
      const program = startProgram(['upgrade', customerId, ...quickly, '--interval', '500ms'], partnerCenter.env)
      const timer = setTimeout(() => program.child.kill('SIGKILL'), 100 + random() * 200 * tries)
      const { code, stdout } = await program.ending
      clearTimeout(timer)
      expect(partnerCenter.mock.snapshot().upgrades.length).toBeLessThanOrEqual(1)
      if (code === null) continue
      expect(stdout).toMatch(/status: Completed/)
      expect(code).toBe(0)
      break
    }
    expect(partnerCenter.mock.snapshot().upgrades).toHaveLength(1)
  },
)

/** Returns a generator of numbers from 0 to 1, which repeats for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
