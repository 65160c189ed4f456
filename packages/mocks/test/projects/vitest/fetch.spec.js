import { usePartnerCenter } from '@partner-upgrades/mocks/vitest'
import { describe, test } from 'vitest'
import { cases, concurrentCases } from '../cases.js'

const partnerCenter = usePartnerCenter()
for (const [name, run] of Object.entries(cases(partnerCenter))) test(name, run)

describe.concurrent('at the same time', () => {
  for (const [name, run] of Object.entries(concurrentCases())) test(name, run)
})
