import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { type MonotonicClock, systemClock } from '@partner-upgrades/client'
import {
  createPartnerCenterMock,
  type PartnerCenterMock,
  type PartnerCenterMockOptions,
} from '@partner-upgrades/mocks/core'

/** A simulated Partner Center on a loopback port. It ignores request IDs, so that a create sent once too often shows. */
export interface Service {
  /** Its base URL. */
  readonly url: string
  /** The mock behind it. */
  readonly partnerCenter: PartnerCenterMock<MonotonicClock>
  /** The creates that reached it: request IDs by customer, one for each create. */
  creates(): ReadonlyMap<string, readonly string[]>
  close(): Promise<void>
}

/** Hooks for a request: before it takes effect, and afterwards, before its response is sent. */
export interface Interference {
  /** Returns `true` to drop the request. */
  before?(worker: string): boolean
  after?(worker: string): void
}

/** Starts a simulated service. */
export async function startService(
  options: Partial<Omit<PartnerCenterMockOptions<never>, 'clock'>> = {},
  { before, after }: Interference = {},
): Promise<Service> {
  const partnerCenter = createPartnerCenterMock({
    durations: { pending: 50, inProgress: 150 },
    deduplicate: false,
    clock: systemClock,
    journalLimit: 1_000_000,
    ...options,
  })
  const creates = new Map<string, string[]>()

  function note(path: string, body: string, { headers }: IncomingMessage): void {
    if (!/productupgrades$/i.test(path)) return
    const { customerId } = JSON.parse(body)
    creates.set(customerId, [...(creates.get(customerId) ?? []), String(headers['ms-requestid'])])
  }

  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined)
    if (body === undefined) return
    const worker = String(request.headers['ms-partnercenter-application'])
    if (before?.(worker)) return
    const path = request.url ?? ''
    note(path, body, request)
    const given = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
    const headers = new Headers(given.filter(([name]) => !/^(host|connection|content-length|expect)$/.test(name)))
    const url = `https://api.partnercenter.microsoft.com${path}`
    const answer = await partnerCenter.handle(new Request(url, { method: 'POST', headers, body }))
    after?.(worker)
    const content = Buffer.from(answer ? await answer.arrayBuffer() : new ArrayBuffer(0))
    response.writeHead(answer?.status ?? 500, {
      ...Object.fromEntries(answer?.headers ?? []),
      'Content-Length': content.length,
    })
    response.end(content)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    partnerCenter,
    creates: () => creates,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
