import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { usePartnerCenter } from '@partner-upgrades/mocks/testing'
import { cases, concurrentCases } from '../cases.js'

const partnerCenter = usePartnerCenter({ beforeAll: before, afterAll: after, beforeEach, afterEach })
for (const [name, run] of Object.entries(cases(partnerCenter))) test(name, run)

describe('at the same time', { concurrency: true }, () => {
  for (const [name, run] of Object.entries(concurrentCases())) test(name, partnerCenter.isolated(run))
})
