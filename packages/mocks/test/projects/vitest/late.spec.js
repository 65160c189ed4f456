import { usePartnerCenter } from '@partner-upgrades/mocks/vitest'
import { test } from 'vitest'
import { lateCases } from '../cases.js'

usePartnerCenter()
for (const [name, run] of Object.entries(lateCases())) test(name, run)
