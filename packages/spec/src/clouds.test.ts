import { expect, test } from 'vitest'
import { cloudBaseUrls, cloudLogins, isCloud, scopeOf } from './clouds.ts'
import document from './generated/openapi.json' with { type: 'json' }

test('the base URLs are the servers of the document', () => {
  const servers = document.servers.map(({ url }) => url)
  expect([...new Set(Object.values(cloudBaseUrls))].sort()).toEqual(servers.sort())
})

test('each cloud has a sign-in address', () => {
  expect(Object.keys(cloudLogins)).toEqual(Object.keys(cloudBaseUrls))
})

test('only the exact names of clouds are accepted', () => {
  expect(['global', 'usGov', 'china21Vianet'].every(isCloud)).toBe(true)
  expect(['Global', 'toString', '', undefined, 1].some(isCloud)).toBe(false)
})

// https://learn.microsoft.com/partner-center/developer/partner-center-authentication
test('the scope is the permission user_impersonation of Partner Center', () => {
  expect(scopeOf(cloudBaseUrls.global)).toBe('https://api.partnercenter.microsoft.com/user_impersonation')
})
