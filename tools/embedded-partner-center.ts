// Preloaded into a README's program: requests to Partner Center go to the mocks instead.
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { answerSignIn } from './embedded-sign-in.ts'

const partnerCenter = createPartnerCenterMock()
const realFetch = globalThis.fetch

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init)
  return answerSignIn(request) ?? (await partnerCenter.handle(request.clone())) ?? realFetch(request)
}
process.env.PARTNER_CENTER_TOKEN = 'a-token-that-the-mocks-accept'
