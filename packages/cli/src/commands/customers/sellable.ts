import { isGuid } from '@partner-upgrades/client'
import { type Customer, isReseller } from '@partner-upgrades/client/customers'

/** The customers of a partner, as far as they have been read. */
export interface Seen {
  /** Customers of any kind. */
  customers: number
  /** Customers that the partner does not sell to. */
  notReseller: number
  /** Items of the list without a valid customer ID. */
  invalid: number
}

/**
 * Yields the customers that the partner sells to, each once: a partner who is both direct-bill and indirect has some twice, and only one of
 * the two may be as a reseller. An item without a valid ID ends nothing, as no customer can be upgraded without one.
 *
 * @param seen the numbers to update
 * @param onInvalid called with a text for each item without a valid ID
 */
export async function* sellable(
  list: AsyncIterable<Customer>,
  seen: Seen,
  onInvalid: (text: string) => void,
): AsyncGenerator<Customer, void, undefined> {
  const resold = new Set<string>()
  const others = new Set<string>()
  for await (const customer of list) {
    const { id } = Object(customer)
    if (!isGuid(id)) {
      seen.invalid++
      onInvalid(`The list has an item without a valid customer ID: ${JSON.stringify(customer).slice(0, 200)}`)
      continue
    }
    const key = id.toLowerCase()
    if (resold.has(key)) continue
    const isSellable = isReseller(customer)
    if (isSellable) others.delete(key)
    const same = isSellable ? resold : others
    same.add(key)
    seen.notReseller = others.size
    seen.customers = resold.size + others.size
    if (isSellable) yield customer
  }
}
