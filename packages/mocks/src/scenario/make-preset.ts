import { MockUsageError, unknownName } from '../contract/errors.ts'
import type { InjectedFault } from '../injections/injected-fault.ts'
import { checkPresetOptions, faults } from '../injections/presets.ts'
import type { Duration } from '../time/duration.ts'

/** The options of the presets in a scenario. */
export interface PresetOptions {
  /** For `fault`: a code or name of the catalogue. For `unknownFault`: the code to respond with. @default that of the preset */
  readonly code?: string | undefined
  /** For `gatewayPage` and `gatewayEmpty`: the HTTP status. @default that of the preset */
  readonly status?: 502 | 503 | 504 | undefined
  /** For `throttled`: seconds in `Retry-After`. @default that of the preset */
  readonly retryAfter?: number | undefined
  /** For `slow`: how late the response comes. @default that of the preset */
  readonly by?: Duration | undefined
  /** For `throttledUntil`: the date in `Retry-After`, in ISO 8601. @default that of the preset */
  readonly date?: string | undefined
}

/**
 * Creates a fault by the name of its preset.
 *
 * @throws MockUsageError if there is no such preset, or it does not take one of the options.
 */
export function makePreset(preset: string, options: PresetOptions): InjectedFault {
  if (!isPreset(preset)) throw unknownName('preset', preset, Object.keys(faults))
  checkPresetOptions(preset, options)
  const { code, date = '2100-01-01' } = options
  if (preset === 'throttledUntil') return faults.throttledUntil({ date: new Date(date) })
  if (preset === 'fault') {
    if (code !== undefined) return faults.fault(code)
    throw new MockUsageError('The preset fault needs `code`: a code or name of the fault catalogue.')
  }
  const make: (options: PresetOptions) => InjectedFault = faults[preset]
  return make(options)
}

function isPreset(name: string): name is keyof typeof faults {
  return Object.hasOwn(faults, name)
}
