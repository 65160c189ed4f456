import { createProductUpgradesClient, isFault } from '@partner-upgrades/client'

interface Bindings {
  readonly PARTNER_CENTER_URL: string
  readonly PARTNER_CENTER_TOKEN: string
}

const worker = {
  /** `POST /customers/{customerId}` starts or finds the customer's upgrade, and responds with it as JSON. */
  async fetch(request: Request, { PARTNER_CENTER_URL: baseUrl, PARTNER_CENTER_TOKEN: credential }: Bindings) {
    const [, customerId] = /^\/customers\/([^/]+)$/.exec(new URL(request.url).pathname) ?? []
    if (request.method !== 'POST' || customerId === undefined) return new Response('Not found', { status: 404 })
    // One client for each request: a worker must not use the connections of one request for another.
    const upgrades = createProductUpgradesClient({ credential, baseUrl })
    try {
      return Response.json(await upgrades.ensure({ customerId, productFamily: 'Azure' }))
    } catch (error) {
      if (!isFault(error)) throw error
      return Response.json({ code: error.serviceCode, description: error.description }, { status: 409 })
    }
  },
}

// biome-ignore lint/style/noDefaultExport: workerd calls the default export of a module
export default worker
