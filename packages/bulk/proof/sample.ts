import { mkdirSync, writeFileSync } from 'node:fs'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { upgradeCustomers } from '../src/index.ts'
import { guidOf } from '../testing/random.ts'

// Writes the files of a run through a mixed list into a folder, for people to look at.
const [folder = '', rows = '600'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const conditions = ['900105', '900108', '900119', '900130', '900120']
const customers = Array.from({ length: Number(rows) }, (_, row) => ({
  id: guidOf(row),
  ...(row % 13 === 0 && { condition: conditions[(row / 13) % 5] ?? '900105' }),
  ...(row % 41 === 1 && { lineItems: [{}, { outcome: 'Failed' as const }] }),
  ...(row % 67 === 2 && { lineItems: [{ outcome: 'Failed' as const }] }),
}))
const partnerCenter = createPartnerCenterMock({
  clock: createClock({ auto: true }),
  customers: customers.filter((_, row) => row % 97 !== 5),
  throttling: [{ requests: 120, per: '1m' }],
  durations: { pending: '2m', inProgress: '14m' },
})
partnerCenter.inject(faults.slow({ by: '700ms' }), { probability: 0.9 })
partnerCenter.inject(faults.gatewayEmpty(), { customerId: guidOf(33), operation: 'createProductUpgrade', every: 1 })
const file = `${folder}/customers.csv`
const names = [
  'Contoso',
  'Fabrikam',
  'Tailspin Toys',
  'Wide World Importers',
  'Woodgrove Bank',
  'Adventure Works Cycles & Söhne',
]
const lines = customers.map(({ id }, row) => `${id},${names[row % 6]} ${row}\n`)
writeFileSync(file, `customerId,name\n${lines.join('')}`)
const { fetch, clock } = partnerCenter
const { progress } = await upgradeCustomers({ file, client: { credential: 'any', fetch, clock } })
process.stdout.write(`${JSON.stringify(progress.ended)}\n`)
