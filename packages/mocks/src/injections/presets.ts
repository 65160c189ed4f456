import { MockUsageError } from '../contract/errors.ts'
import * as broken from './malformed-answers.ts'
import * as service from './service-faults.ts'
import { fault } from './service-faults.ts'
import * as transport from './transport-faults.ts'

/** The functions that make faults to inject, by the name of the fault. */
export type Presets = typeof service & typeof broken & typeof transport

/** The option of each preset; a preset that is not listed takes none. */
const taken: { readonly [Preset in keyof Presets]?: string } = {
  fault: 'code',
  unknownFault: 'code',
  throttled: 'retryAfter',
  throttledUntil: 'date',
  gatewayPage: 'status',
  gatewayEmpty: 'status',
  slow: 'by',
}

/**
 * Checks that a preset takes the given options.
 *
 * @throws MockUsageError naming the option that it takes.
 */
export function checkPresetOptions(preset: keyof Presets, options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && name !== taken[preset])
      throw new MockUsageError(`The preset ${preset} takes ${taken[preset] ?? 'nothing'}, not ${name}.`)
  }
}

/** Faults to inject, by name: each function makes one to pass to `inject`. */
export const faults: Presets = {
  ...checked({ ...service, ...broken, ...transport }),
  // Takes a code, and values for any parameter names of the catalogue's texts.
  fault,
}

function checked<T extends object>(presets: T): T {
  const entries = Object.entries(presets).map(([name, make]) => [
    name,
    (options?: object) => {
      if (options !== undefined) checkPresetOptions(name as keyof Presets, options)
      return make(options)
    },
  ])
  return Object.fromEntries(entries)
}
