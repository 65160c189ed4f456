import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createNaiveService, type NaiveOptions, type NaiveService } from './naive-service.ts'

/** How the service treats a request. */
export interface Fate {
  /** Whether the request has no effect and gets no response. @default false */
  readonly lost?: boolean
  /** Milliseconds that the sender is told to wait (429); the request has no effect then. @default the request is carried out */
  readonly wait?: number | undefined
  /** Called after the request took effect, before the response is sent. */
  readonly effective?: () => void
}

/** Decides how to treat a request that has arrived from a sender. */
export type Watch = (sender: string) => Fate

/** The naive service over HTTP, with records of what it received. */
export interface ProofService {
  /** The base URL, on loopback. */
  readonly url: string
  /** The service, with its upgrades. */
  readonly service: NaiveService
  /** The request IDs of the creates that arrived, by customer; throttled ones are left out. */
  readonly requestIds: ReadonlyMap<string, ReadonlySet<string>>
  /** How many creates took effect, by sender. */
  readonly creates: ReadonlyMap<string, number>
  /** Closes the server and all its connections. */
  close(): void
}

/** The header that identifies the sender: the client's option `application` sets it. */
const senderHeader = 'ms-partnercenter-application'

/** Starts the service on a free port of the loopback interface. */
export async function startProofService(watch: Watch, options: NaiveOptions): Promise<ProofService> {
  const service = createNaiveService(Date, options)
  const requestIds = new Map<string, Set<string>>()
  const creates = new Map<string, number>()

  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined)
    if (body === undefined) return
    const { url: path = '', headers } = request
    const [sender, requestId] = [String(headers[senderHeader]), String(headers['ms-requestid'])]
    const { lost, wait, effective } = watch(sender)
    // A throttled create has no effect, so the next attempt may use another request ID.
    if (path.endsWith('/productUpgrades') && !wait) {
      const { customerId } = JSON.parse(body)
      requestIds.set(customerId, (requestIds.get(customerId) ?? new Set()).add(requestId))
    }
    if (lost) return
    const before = service.creates
    const answer = wait ? throttled(wait) : service.answer(path, new Headers({ 'MS-RequestId': requestId }), body)
    if (service.creates > before) creates.set(sender, (creates.get(sender) ?? 0) + 1)
    effective?.()
    const content = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'Content-Length': content.length })
    response.end(content)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    service,
    requestIds,
    creates,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function throttled(wait: number): Response {
  const headers = { 'Retry-After': String(Math.ceil(wait / 1_000)) }
  return Response.json({ statusCode: 429, message: 'Rate limit is exceeded.' }, { status: 429, headers })
}
