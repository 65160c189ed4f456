import { usePartnerCenter } from '@partner-upgrades/mocks/jest'
import { cases, concurrentCases } from '../cases.js'

const partnerCenter = usePartnerCenter()
for (const [name, run] of Object.entries(cases(partnerCenter))) test(name, run)
for (const [name, run] of Object.entries(concurrentCases())) test.concurrent(name, partnerCenter.isolated(run))
