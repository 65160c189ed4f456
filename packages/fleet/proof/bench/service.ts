import { once } from 'node:events'
import { createServer } from 'node:http'

/** A simulated Partner Center that responds at once, because only the client side is measured. */
export interface PlainService {
  /** Its base URL. */
  readonly url: string
  /** How many requests it has answered. */
  requests(): number
  close(): Promise<void>
}

/** Starts a service: every customer is eligible, every create is accepted, and every upgrade is completed at poll number `looks`. */
export async function startPlainService(looks: number): Promise<PlainService> {
  const left = new Map<string, number>()
  let requests = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      requests++
      const { customerId } = JSON.parse(body)
      const path = request.url ?? ''
      if (path.endsWith('/eligibility')) return json({ customerId, productFamily: 'Azure', isEligible: true })
      if (path.endsWith('/status')) return json({ id: customerId, status: look(customerId), lineItems: [] })
      left.set(customerId, looks)
      response.writeHead(202, { Location: `productUpgrades/${customerId}`, 'Content-Length': 0 }).end()
    })
    function json(value: object): void {
      const text = JSON.stringify(value)
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
        .end(text)
    }
  })

  function look(customer: string): string {
    const more = (left.get(customer) ?? 1) - 1
    if (more > 0) left.set(customer, more)
    else left.delete(customer)
    return more > 0 ? 'InProgress' : 'Completed'
  }

  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    requests: () => requests,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
