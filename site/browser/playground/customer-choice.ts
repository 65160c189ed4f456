import { contract } from '@partner-upgrades/spec/contract'
import { el } from '../element.ts'
import { option } from './controls.ts'
import { conditions } from './presets.ts'
import type { Situation } from './situation.ts'

/** The selection of a customer, and of the condition that keeps the customer from upgrading. */
export interface CustomerChoice {
  readonly element: HTMLElement
  /** Shows the customers of a situation and selects one of them. */
  readonly show: (situation: Situation, chosen: string | undefined) => void
}

/** The actions that a selection triggers. */
export interface CustomerActions {
  readonly choose: (customerId: string) => void
  readonly setCondition: (customerId: string, condition: string | undefined) => void
}

/** Creates a list of the partner's customers, and a list of the conditions that the selected one may be in. */
export function createCustomerChoice({ choose, setCondition }: CustomerActions): CustomerChoice {
  const customer = el('select')
  const condition = el(
    'select',
    {},
    option('', 'can be upgraded', false),
    ...conditions(contract).map((code) => option(code, `${code} ${contract.faults[code]?.name ?? ''}`, false)),
  )
  customer.addEventListener('change', () => choose(customer.value))
  condition.addEventListener('change', () =>
    setCondition(customer.value, condition.value === '' ? undefined : condition.value),
  )
  const element = el(
    'div',
    { class: 'row' },
    el('label', {}, 'Customer ', customer),
    el('label', {}, 'who ', condition),
  )
  return {
    element,
    show: ({ customers }, chosen) => {
      const known = customers.find(({ id }) => id === chosen?.toLowerCase())
      const other =
        chosen !== undefined && known === undefined ? [option(chosen, `${chosen} (not a customer)`, true)] : []
      customer.replaceChildren(
        ...customers.map(({ id, companyName }) => option(id, `${companyName ?? ''} ${id}`.trim(), id === known?.id)),
        ...other,
      )
      condition.value = known?.condition ?? ''
      condition.disabled = known === undefined
    },
  }
}
