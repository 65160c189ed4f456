import { createServer } from 'node:http'
import { createProductUpgradesClient } from '@partner-upgrades/client'

// Makes 100,000 calls in a row over sockets, and reports the heap size along the way. Run with --expose-gc.
const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const body = JSON.stringify({ ...request, isEligible: true })
const server = createServer((incoming, response) => {
  incoming.resume().on('end', () => response.writeHead(200, { 'Content-Length': body.length }).end(body))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' ? address?.port : undefined
const { signal } = new AbortController()
const upgrades = createProductUpgradesClient({
  credential: 'token',
  baseUrl: `http://127.0.0.1:${port}`,
  onAudit: () => {},
})

const heap: number[] = []
for (let call = 0; call < 100_000; call++) {
  // One signal for all calls, as in a long-running service.
  await upgrades.checkEligibility(request, { signal })
  if (call % 10_000 === 9_999) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 20))
    globalThis.gc?.()
    heap.push(process.memoryUsage().heapUsed)
  }
}
server.closeAllConnections()
server.close()
process.stdout.write(
  `${JSON.stringify({ calls: 100_000, heapMegabytes: heap.map((bytes) => +(bytes / 2 ** 20).toFixed(2)) })}\n`,
)
