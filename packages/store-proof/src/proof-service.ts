import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createNaiveService, type NaiveOptions, type NaiveService } from './naive-service.ts'

/** What becomes of a request. */
export interface Fate {
  /** Whether it never takes effect, and is never answered. @default false */
  readonly lost?: boolean
  /** For how many milliseconds its sender is asked to wait (429), in place of what it asks for. @default it is carried out */
  readonly wait?: number | undefined
  /** Called when it took effect, before it is answered. */
  readonly effective?: () => void
}

/** Decides what becomes of a request that has arrived. */
export type Watch = (sender: string) => Fate

/** The naive service over HTTP, and what it saw. */
export interface ProofService {
  /** Its base URL, on loopback. */
  readonly url: string
  /** What it did. */
  readonly service: NaiveService
  /** The request IDs of the creates that arrived and were not told to wait, by customer. */
  readonly requestIds: ReadonlyMap<string, ReadonlySet<string>>
  /** How many creates each sender had carried out. */
  readonly creates: ReadonlyMap<string, number>
  /** Closes it, whoever is still connected. */
  close(): void
}

/** The header by which it tells its senders apart: that of the client's option `application`. */
const senderHeader = 'ms-partnercenter-application'

/** Starts it. */
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
    // A create that is told to wait has no effect, under whatever ID it is sent again.
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
