import { createRandom } from '../random/random.ts'
import type { Customer } from './customers.ts'
import type { SeedUpgrade } from './seed-upgrade.ts'

/** Made-up customers, with the past upgrades of some of them. */
export interface GeneratedCustomers {
  /** The customers, in the order in which they are listed. */
  readonly customers: readonly Customer[]
  /** The upgrades of those that have been upgraded. */
  readonly upgrades: readonly SeedUpgrade[]
}

const first = ['Adatum', 'Contoso', 'Fabrikam', 'Litware', 'Northwind', 'Proseware', 'Tailspin', 'Wingtip', 'Woodgrove']
const second = ['Bakery', 'Clinic', 'Design', 'Energy', 'Foods', 'Logistics', 'Media', 'Pharma', 'Schools', 'Toys']

/**
 * Makes customers up, by the seed: of 20, about 12 can be upgraded; 2 have been upgraded, 2 have suspended subscriptions, 2 have no Azure,
 * and 2 are only advised by this partner. One in five has not accepted the agreement.
 */
export function generateCustomers(count: number, seed: string | number): GeneratedCustomers {
  const random = createRandom(`customers of ${seed}`)
  const upgrades: SeedUpgrade[] = []
  const customers = Array.from({ length: count }, (_, index): Customer => {
    const id = random.guid()
    const kind = random.integer(20)
    const name = `${first[random.integer(first.length)]} ${second[random.integer(second.length)]} ${index + 1}`
    const agreement = (['none', 'confirmed', 'signed', 'signed', 'signed'] as const)[random.integer(5)] ?? 'signed'
    const lineItems = Array.from({ length: 1 + random.integer(3) }, (__, at) => ({
      sourceProduct: { id: random.guid(), name: at === 0 ? 'Microsoft Azure' : `Microsoft Azure ${at + 1}` },
    }))
    const domain = `${name.toLowerCase().replaceAll(' ', '')}.onmicrosoft.com`
    if (kind < 2) upgrades.push({ id: random.guid(), customerId: id, completedAt: '2025-11-24T09:30:00.0000000Z' })
    return {
      id,
      companyName: name,
      domain,
      agreement,
      lineItems,
      ...(kind >= 2 && kind < 4 && { condition: 'suspendedSubscriptions' }),
      ...(kind >= 4 && kind < 6 && { condition: 'noAzureSubscriptions' }),
      ...(kind >= 6 && kind < 8 && { relationshipToPartner: 'advisor' }),
    }
  })
  return { customers, upgrades }
}
