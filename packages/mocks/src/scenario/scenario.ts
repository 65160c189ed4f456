import type { Injection, InjectionOptions } from '../injections/injections.ts'
import { readJson } from '../input/json.ts'
import { createPartnerCenterMock, type PartnerCenterMock } from '../mock/partner-center-mock.ts'
import type { PartnerCenterMockOptions } from '../service/options.ts'
import type { ThrottleLimit } from '../service/throttle.ts'
import type { Token } from '../service/tokens.ts'
import type { Clock } from '../time/clock.ts'
import { checkSchema } from './check-schema.ts'
import { makePreset, type PresetOptions } from './make-preset.ts'
import schema from './scenario.schema.json' with { type: 'json' }

/** A mock described by a JSON document; see `scenario.schema.json`. */
export interface Scenario
  extends Omit<PartnerCenterMockOptions<Clock>, 'clock' | 'tokens' | 'throttling' | 'baseUrls'> {
  /** For editors; ignored. */
  readonly $schema?: string
  /**
   * Tokens that are accepted.
   * @default every token is accepted
   */
  readonly tokens?: readonly Token[]
  /**
   * Limits on calls.
   * @default no limit
   */
  readonly throttling?: readonly ThrottleLimit[]
  /**
   * Faults to inject at the start.
   * @default []
   */
  readonly faults?: readonly ScenarioFault[]
}

/** A fault to inject: a preset with its options, and which calls it hits. */
export interface ScenarioFault extends InjectionOptions, PresetOptions {
  /** The name of a function of `faults`, such as `throttled`. */
  readonly preset: string
}

/**
 * Parses a scenario.
 *
 * @throws MockUsageError listing every problem.
 */
export function parseScenario(text: string): Scenario {
  return checkSchema(schema, readJson(text, 'The scenario'), 'the scenario')
}

/**
 * Creates the mock that a scenario describes. A reset injects the scenario's faults again.
 *
 * @throws MockUsageError if it names an operation, customer, fault or preset that does not exist.
 */
export function createMockOf(scenario: Scenario, clock: Clock): PartnerCenterMock<Clock> {
  const { $schema, faults = [], ...options } = scenario
  const mock = createPartnerCenterMock({ ...options, clock })
  const injectAll = () => faults.forEach((fault) => void injectPreset(mock, fault))
  injectAll()
  const { reset } = mock
  return Object.assign(mock, {
    reset: () => {
      reset()
      injectAll()
    },
  })
}

/**
 * Injects a fault that a scenario describes.
 *
 * @throws MockUsageError if it names an operation, customer, fault or preset that does not exist.
 */
export function injectPreset(mock: PartnerCenterMock<Clock>, fault: ScenarioFault): Injection {
  const { preset, code, status, retryAfter, by, date, ...aim } = fault
  return mock.inject(makePreset(preset, { code, status, retryAfter, by, date }), aim)
}
