import { createServer } from 'node:http'

/**
 * A stateless service, because the client is what is measured: every customer is eligible, every create is accepted, and every upgrade is
 * completed at the first poll. The ID of an upgrade is that of its customer.
 */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const { customerId } = JSON.parse(body)
    const path = request.url ?? ''
    if (path.endsWith('/eligibility')) return json({ customerId, productFamily: 'Azure', isEligible: true })
    if (path.endsWith('/status')) return json({ id: customerId, status: 'Completed', lineItems: [] })
    response.writeHead(202, { Location: `productUpgrades/${customerId}`, 'Content-Length': 0 }).end()
  })
  function json(value: object): void {
    const text = JSON.stringify(value)
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text)
  }
})
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
