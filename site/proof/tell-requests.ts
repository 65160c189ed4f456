// Loaded before a sample: sends its requests to the mocks, and prints them at the end.
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'

const fresh = createPartnerCenterMock()
const upgraded = createPartnerCenterMock({
  upgrades: [{ id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4', customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969' }],
})
const sent: object[] = []

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init)
  const { method, url, headers } = request
  const body = await request.clone().text()
  sent.push({ method, url, headers: [...headers], ...(body !== '' && { body }) })
  // The status sample needs an existing upgrade, the create sample a customer without one.
  return (url.endsWith('/status') ? upgraded : fresh).fetch(request)
}
process.on('exit', () => console.log(`\nrequests ${JSON.stringify(sent)}`))
