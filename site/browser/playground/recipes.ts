import { contract } from '@partner-upgrades/spec/contract'
import { exampleValues } from '../../samples/request.ts'
import { customerOf, exampleCustomers } from './customers.ts'
import { conditions } from './presets.ts'
import type { Situation, Step } from './situation.ts'

/** A way to trigger a fault. */
export interface Recipe {
  readonly situation: Situation
  /** What the situation does, in a few words for the page. */
  readonly how: string
}

/** Faults that result from earlier requests; others result from the customer's condition, or are injected. */
const histories: Readonly<Record<string, { readonly steps: () => readonly Step[]; readonly how: string }>> = {
  upgradeInProgress: {
    steps: () => [send('createProductUpgrade'), send('createProductUpgrade')],
    how: 'Creates an upgrade, and immediately another one for the same customer.',
  },
  upgradeAlreadyCompleted: {
    steps: () => [send('createProductUpgrade'), { do: 'advance', by: '1h' }, send('createProductUpgrade')],
    how: 'Creates an upgrade, waits an hour for it to complete, and creates another.',
  },
  upgradeNotFound: {
    steps: () => [send('getProductUpgradeStatus')],
    how: 'Requests the status of an upgrade that was never created.',
  },
}

/** Returns a situation that ends with the fault. */
export function recipeFor(code: string): Recipe {
  const fault = contract.faults[code]
  const customers = exampleCustomers(contract)
  const start: Situation = { customers, callsPerMinute: 0, steps: [] }
  const history = fault === undefined ? undefined : histories[fault.name]
  if (history !== undefined) return { situation: { ...start, steps: history.steps() }, how: history.how }
  const [operation = ''] = Object.keys(fault?.operations ?? contract.operations)
  const step = send(operation)
  if (operation === 'createProductUpgrade' && conditions(contract).includes(code)) {
    const id = customerOf(step.values)
    const limited = customers.map((each) => (each.id === id?.toLowerCase() ? { ...each, condition: code } : each))
    return {
      situation: { ...start, customers: limited, steps: [step] },
      how: 'Creates an upgrade for a customer who is in this condition.',
    }
  }
  return {
    situation: { ...start, steps: [{ do: 'inject', preset: 'fault', code }, step] },
    how: 'Injects this fault into the next call, and makes a call.',
  }
}

/** Returns a request with the contract's example values and new IDs. */
function send(id: string): Extract<Step, { do: 'send' }> {
  const operation = contract.operations[id]
  if (operation === undefined) throw new TypeError(`There is no operation ${id}.`)
  return { do: 'send', operation: id, values: freshIds(exampleValues(operation)), token: 'a-token' }
}

/** Returns the same values with a new request ID and correlation ID, as each call should have. */
export function freshIds(values: ReturnType<typeof exampleValues>): ReturnType<typeof exampleValues> {
  const fresh = Object.keys(values.parameters).filter((name) => /^ms-(requestid|correlationid)$/i.test(name))
  return {
    ...values,
    parameters: { ...values.parameters, ...Object.fromEntries(fresh.map((name) => [name, crypto.randomUUID()])) },
  }
}
