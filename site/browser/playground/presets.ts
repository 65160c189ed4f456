import { createPartnerCenterMock, faults, type InjectedFault } from '@partner-upgrades/mocks/core'
import type { Contract } from '@partner-upgrades/spec'

/** The names of all faults that can be injected; `fault` is any fault of the catalogue, by its code. */
export const presetNames: readonly string[] = Object.keys(faults)

/**
 * Creates a fault to inject, with the preset's own defaults.
 *
 * @throws TypeError if there is no such preset.
 */
export function makeFault(preset: string, code: string | undefined): InjectedFault {
  if (preset === 'fault') return faults.fault(code ?? '')
  if (preset === 'throttledUntil') return faults.throttledUntil({ date: new Date('2026-01-02') })
  const entry = Object.entries(faults).find(([name]) => name === preset)
  if (entry === undefined) throw new TypeError(`There is no preset ${preset}.`)
  const make: unknown = entry[1]
  return (make as () => InjectedFault)()
}

/** Returns the fault codes that can be the condition of a customer, according to the mock. */
export function conditions({ faults: catalogue }: Contract): readonly string[] {
  return Object.keys(catalogue).filter((condition) => {
    try {
      createPartnerCenterMock({ customers: [{ id: '4c721420-72ad-4708-a0a7-371a2f7b0969', condition }] })
      return true
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
  })
}
