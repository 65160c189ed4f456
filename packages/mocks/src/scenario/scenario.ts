import { MockUsageError } from '../contract/errors.ts'
import type { Aim } from '../faults/injections.ts'
import type { PartnerCenterMockOptions } from '../service/options.ts'
import { createPartnerCenterMock, type PartnerCenterMock } from '../service/partner-center-mock.ts'
import type { ThrottleLimit } from '../service/throttle.ts'
import type { Token } from '../service/tokens.ts'
import type { Clock } from '../time/clock.ts'
import { checkSchema } from './check-schema.ts'
import { makePreset, type PresetOptions } from './make-preset.ts'
import schema from './scenario.schema.json' with { type: 'json' }

/** A mock described by a JSON document; `scenario.schema.json` says what may stand in it. */
export interface Scenario
  extends Omit<PartnerCenterMockOptions<Clock>, 'clock' | 'tokens' | 'throttling' | 'baseUrls'> {
  readonly $schema?: string
  readonly tokens?: readonly Token[]
  readonly throttling?: readonly ThrottleLimit[]
  readonly faults?: readonly ScenarioFault[]
}

/** A fault of a scenario: a preset with its options, and an aim. */
export interface ScenarioFault extends Aim, PresetOptions {
  readonly preset: string
}

/**
 * Reads a scenario.
 *
 * @throws MockUsageError with a line for each thing that is wrong, naming what there is.
 */
export function parseScenario(text: string): Scenario {
  const value = parseJson(text)
  const problems = checkSchema(schema, value)
  if (problems.length > 0 || !isScenario(value)) throw new MockUsageError(problems.join('\n'))
  return value
}

/**
 * A mock as a scenario describes it.
 *
 * @throws MockUsageError if it names an operation, customer, fault or preset that does not exist.
 */
export function createMockOf(scenario: Scenario, clock: Clock): PartnerCenterMock<Clock> {
  const { $schema, faults = [], ...options } = scenario
  const mock = createPartnerCenterMock({ ...options, clock })
  for (const { preset, code, status, retryAfter, by, date, ...aim } of faults) {
    mock.inject(makePreset(preset, { code, status, retryAfter, by, date }), aim)
  }
  return mock
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new MockUsageError(`The scenario is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The schema has checked it: all that is left is to say so to the compiler. */
function isScenario(value: unknown): value is Scenario {
  return typeof value === 'object' && value !== null
}
