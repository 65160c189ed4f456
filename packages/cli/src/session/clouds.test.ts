import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createMemoryStore, createPartnerCredential, saveRefreshToken } from '@partner-upgrades/credentials'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { readService } from './service.ts'

const partner = { tenantId: '0d7ae6f4-4a51-4a5c-a3b2-6a4b0c8f3f11', clientId: '6f3a0d9e-7c41-4a6b-9a43-0c8f2f1d5e22' }

// https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
test.for([
  ['global', 'login.microsoftonline.com'],
  ['usGov', 'login.microsoftonline.us'],
  ['china21Vianet', 'login.partner.microsoftonline.cn'],
] as const)('contract, client, credentials and command line agree about the cloud %s', async ([cloud, login]) => {
  const asked: { scopes: readonly string[] }[] = []
  const signIns: { host: string; body: string }[] = []
  const upgrades = createProductUpgradesClient({
    cloud,
    credential(request) {
      asked.push(request)
      return { token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }
    },
    fetch: async () => Response.json({ isEligible: true }),
  })
  await upgrades.checkEligibility({ customerId: partner.tenantId, productFamily: 'Azure' })

  const store = createMemoryStore()
  await saveRefreshToken({ ...partner, cloud, store }, 'refresh-token')
  const credential = createPartnerCredential({
    ...partner,
    cloud,
    store,
    clientSecret: 'secret',
    async fetch(url, init) {
      signIns.push({ host: new URL(url).host, body: String(init.body) })
      return Response.json({ error: 'invalid_grant' }, { status: 400 })
    },
  })
  await credential.getToken(asked[0]?.scopes ?? []).catch(() => {})

  expect(document.servers.map(({ url }) => url)).toContain(upgrades.baseUrl)
  expect(asked[0]?.scopes).toEqual([`${upgrades.baseUrl}/user_impersonation`])
  const request = signIns.find(({ body }) => body.includes('scope='))
  expect(request?.host).toBe(login)
  expect(new URLSearchParams(request?.body).get('scope')).toContain(asked[0]?.scopes[0])
  expect(readService({ PARTNER_CENTER_CLOUD: cloud })).toEqual({ cloud })
})
