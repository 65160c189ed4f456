import { readFileSync } from 'node:fs'

// A worker that records nothing, and starts over after a crash. The proofs must detect that.
const [file = '', baseUrl = ''] = process.argv.slice(2)
const [, ...customers] = readFileSync(file, 'utf8').trim().split('\n')
for (const customerId of customers) {
  await fetch(`${baseUrl}/v1/productUpgrades`, {
    method: 'POST',
    headers: { 'MS-RequestId': crypto.randomUUID(), 'MS-PartnerCenter-Application': process.env.WORKER_NAME ?? '' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
}
