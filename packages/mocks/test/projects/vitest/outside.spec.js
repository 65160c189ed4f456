import { usePartnerCenter } from '@partner-upgrades/mocks/vitest'
import { beforeAll, test } from 'vitest'
import { swallow } from '../cases.js'

usePartnerCenter()
beforeAll(() => swallow(fetch('https://graph.example/v1.0/me')))
test('passes: after a request outside of any test', () => {})
