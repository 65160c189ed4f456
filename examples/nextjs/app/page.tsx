import { isReseller } from '@partner-upgrades/client/customers'
import { connection } from 'next/server'
import { customers, upgrades } from '../partner-center.ts'

export default async function Page() {
  // Rendered for each request, not when the application is built.
  await connection()
  const rows = []
  for await (const { id, companyProfile, ...customer } of customers.list()) {
    if (!isReseller(customer)) continue
    const request = { customerId: id, productFamily: 'Azure' }
    const { isEligible, upgradeId, reason } = await upgrades.checkEligibility(request)
    const answer = isEligible ? 'can be upgraded' : upgradeId ? 'has an upgrade' : (reason ?? 'cannot be upgraded')
    rows.push({ id, name: companyProfile?.companyName ?? id, answer })
  }
  return (
    <ul>
      {rows.map(({ id, name, answer }) => (
        <li key={id}>
          {name}: {answer}
        </li>
      ))}
    </ul>
  )
}
