import { expect, test } from 'vitest'
import { entraErrors, findEntraError } from './entra-errors.ts'

// Codes that partners have reported, and their remedies: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
test.for([
  ['AADSTS7000218', 'client', 'no', /Allow public client flows/],
  ['AADSTS90002', 'client', 'no', /tenantId.*cloud/],
  ['AADSTS500011', 'consent', 'afterwards', /user_impersonation of Microsoft Partner Center/],
  ['AADSTS650057', 'consent', 'afterwards', /API permissions/],
  ['AADSTS7000112', 'client', 'no', /Enabled for users to sign-in/],
  ['AADSTS700024', 'client', 'no', /clock/],
  ['AADSTS90013', 'client', 'no', /`tenantId` and `clientId`/],
  ['AADSTS700016', 'consent', 'afterwards', /clientId.*tenantId.*cloud/],
  ['AADSTS65001', 'consent', 'now', /consent/i],
  ['AADSTS53003', 'consent', 'afterwards', /device code flow: sign in with the browser/],
  ['AADSTS53000', 'consent', 'afterwards', /device that the tenant manages/],
  ['AADSTS50105', 'consent', 'afterwards', /assign the user/],
  ['AADSTS50057', 'consent', 'afterwards', /Enable it/],
  ['AADSTS50076', 'consent', 'now', /second factor/],
  ['AADSTS50078', 'consent', 'now', /second factor/],
  ['AADSTS700082', 'consent', 'now', /90 days/],
  ['AADSTS50173', 'consent', 'now', /change of the password/],
  ['AADSTS50011', 'client', 'no', /http:\/\/localhost/],
  ['AADSTS7000215', 'client', 'no', /value of the secret, not its ID/],
  ['AADSTS90033', 'service', 'no', /Try again/],
] as const)('%s has its own remedy', ([code, reason, signIn, remedy]) => {
  expect(findEntraError(code)).toMatchObject({ code, reason, signIn, remedy: expect.stringMatching(remedy) })
})

test.for(['53003', 'AADSTS53003', 'aadsts53003'])('a code is found by the spelling %s', (spelling) => {
  expect(findEntraError(spelling)).toMatchObject({ code: 'AADSTS53003' })
})

test.for(['', '1', 'AADSTS', 'constructor', 'AADSTSconstructor'])('%j is not a code of Entra', (spelling) => {
  expect(findEntraError(spelling)).toBeUndefined()
})

test('every remedy consists of sentences, and none assumes a command line', () => {
  for (const [code, { meaning, remedy }] of Object.entries(entraErrors)) {
    expect([code, meaning]).toEqual([code, expect.stringMatching(/^[A-Z].*[^.]$/)])
    expect([code, remedy]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)])
    expect(remedy).not.toMatch(/partner-upgrades|PARTNER_CENTER|sign in again/i)
  }
})
