import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { sentHeader } from '../machine/clock.ts'
import { type Answer, fault } from './answers.ts'
import { creationOf, lookAt } from './respond.ts'
import { type CustomerTruth, commit, type Operation, type Received, type Truth } from './truth.ts'

/** A moment in an exchange at which the sender may get a signal. */
export type Moment = 'arrived' | 'answering' | 'answered'

/** A running service. */
export interface Service {
  readonly url: string
  close(): Promise<void>
}

/** Called at each moment of each exchange. Returns `lost` to lose the request. */
export type Watch = (sender: string, moment: Moment, operation: Operation) => 'lost' | undefined

/** Starts the service on a free loopback port. It records what happens in `truth`. */
export async function startService(truth: Truth, watch: Watch = () => undefined): Promise<Service> {
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  // Keep the connections of suspended processes open.
  server.keepAliveTimeout = 60_000

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const header = (name: string): string => String(request.headers[name] ?? '')
    const at = Number(header(sentHeader.toLowerCase())) || Date.now()
    const body = await text(request)
    const [operation, upgradeId] = route(request.url ?? '')
    const customer = truth.get(customerOf(body))
    if (!operation || !customer) return write(response, request, fault(404, '900106', 'No upgrade request was found'))
    const sender = header('authorization').replace(/^Bearer /, '')
    const received: Received = {
      operation,
      at,
      sender,
      requestId: header('ms-requestid'),
      correlationId: header('ms-correlationid'),
    }
    customer.received.push(received)
    if (watch(sender, 'arrived', operation) === 'lost') {
      received.answer = 'lost'
      return
    }
    const answer = operation === 'create' ? await create(customer, received) : look(customer, received, upgradeId)
    watch(sender, 'answering', operation)
    received.answer = typeof answer === 'string' ? answer : 'bytes' in answer ? 'bytes' : String(answer.status)
    write(response, request, answer)
    watch(sender, 'answered', operation)
  }

  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function create(customer: CustomerTruth, { at, requestId }: Received): Promise<Answer> {
  const { commit: lag, wait = 0, answer } = creationOf(customer)
  const upgradeId = randomUUID()
  if (lag !== undefined) commit(customer, at + lag, requestId, upgradeId)
  if (wait > 0) await sleep(wait, undefined, { ref: false })
  return answer(upgradeId, customer.existing)
}

function look(customer: CustomerTruth, received: Received, upgradeId: string | undefined): Answer {
  const operation = received.operation === 'status' ? 'status' : 'eligibility'
  const { answer, named, odd } = lookAt(customer, operation, upgradeId, Date.now())
  Object.assign(received, { named, odd })
  return answer
}

/** Returns the operation of a documented path, without regard to case. */
function route(url: string): readonly [operation?: Operation, upgradeId?: string] {
  const path = url.toLowerCase()
  if (path === '/v1/productupgrades') return ['create']
  if (path === '/v1/productupgrades/eligibility') return ['eligibility']
  const [, upgradeId] = /^\/v1\/productupgrades\/([^/]+)\/status$/.exec(path) ?? []
  return upgradeId === undefined ? [] : ['status', upgradeId]
}

function customerOf(body: string): string {
  try {
    return String(JSON.parse(body).customerId)
  } catch {
    return ''
  }
}

function write(response: ServerResponse, request: IncomingMessage, answer: Answer): void {
  const { socket } = request
  if (answer === 'silence') return
  if (answer === 'cut') return void socket.destroy()
  if ('bytes' in answer) return void socket.end(answer.bytes)
  const { status, headers, body, from } = answer
  const own = ['MS-RequestId', 'MS-CorrelationId'].map((name) => [name, request.headers[name.toLowerCase()]] as const)
  for (const [name, value] of from === 'service' ? own : []) if (value) response.setHeader(name, value)
  response.statusCode = status
  for (const [name, value] of headers) response.appendHeader(name, value)
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.end(status === 204 || status === 304 ? undefined : body)
}
