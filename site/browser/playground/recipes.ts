import { contract } from '@partner-upgrades/spec/contract'
import { exampleValues } from '../../samples/request.ts'
import { customerOf, exampleCustomers } from './customers.ts'
import { conditions } from './presets.ts'
import type { Situation, Step } from './situation.ts'

/** How to meet a fault. */
export interface Recipe {
  readonly situation: Situation
  /** In a few words, for the page. */
  readonly how: string
}

/** Faults that come of what has happened before; the others come of the customer, or are injected. */
const histories: Readonly<Record<string, { readonly steps: () => readonly Step[]; readonly how: string }>> = {
  upgradeInProgress: {
    steps: () => [send('createProductUpgrade'), send('createProductUpgrade')],
    how: 'Creates an upgrade, and another for the same customer at once.',
  },
  upgradeAlreadyCompleted: {
    steps: () => [send('createProductUpgrade'), { do: 'advance', by: '1h' }, send('createProductUpgrade')],
    how: 'Creates an upgrade, waits an hour for it to complete, and creates another.',
  },
  upgradeNotFound: {
    steps: () => [send('getProductUpgradeStatus')],
    how: 'Asks for the status of an upgrade that nobody has created.',
  },
}

/** A situation that ends with a fault. */
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
    how: 'Has the service answer the next call with this fault, and makes a call.',
  }
}

/** A request as the contract's examples have it, with IDs of its own. */
function send(id: string): Extract<Step, { do: 'send' }> {
  const operation = contract.operations[id]
  if (operation === undefined) throw new TypeError(`There is no operation ${id}.`)
  return { do: 'send', operation: id, values: freshIds(exampleValues(operation)), token: 'a-token' }
}

/** The same values with new IDs, as each call should have them. */
export function freshIds(values: ReturnType<typeof exampleValues>): ReturnType<typeof exampleValues> {
  const fresh = Object.keys(values.parameters).filter((name) => /^ms-(requestid|correlationid)$/i.test(name))
  return {
    ...values,
    parameters: { ...values.parameters, ...Object.fromEntries(fresh.map((name) => [name, crypto.randomUUID()])) },
  }
}
