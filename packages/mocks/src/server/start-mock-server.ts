import type { IncomingMessage as NodeMessage, Server, ServerResponse } from 'node:http'
import type { ContractMock } from '../contract/contract-mock.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { BodyTooLargeError, fromNode } from './incoming.ts'
import { failure, toNode } from './outgoing.ts'

// `import` reads everything that a module exports: of `node:http` also the WebSocket, which takes 13 MB to load.
const { createServer } = process.getBuiltinModule('node:http')

/** Where a mock server listens. */
export interface MockServerOptions {
  /**
   * 0 takes a port that is free.
   * @default 0
   */
  readonly port?: number
  /**
   * Other machines reach it only if this says so.
   * @default '127.0.0.1'
   */
  readonly host?: string
  /**
   * The largest request body taken, in bytes; a larger one is answered with 413.
   * @default 1_048_576
   */
  readonly bodyLimit?: number
  /**
   * Whether pages of other origins may call: preflights are answered, and answers can be read.
   * @default true
   */
  readonly cors?: boolean
  /**
   * Is told of each exchange in one line.
   * @default nobody is
   */
  readonly log?: (line: string) => void
  /**
   * A path at which `GET` answers with a JSON of what `adminState` returns.
   * @default none
   */
  readonly adminPath?: string
  /** What there is to see at `adminPath`. */
  readonly adminState?: () => unknown
}

/** A mock that listens. */
export interface MockServer {
  /** The base URL, without a slash at its end. */
  readonly url: string
  /** Stops listening and ends every connection; a second time it changes nothing. */
  close(): Promise<void>
}

/**
 * Serves a mock over HTTP. A path outside the contract is answered with 404, an answer that would break the contract with
 * a 500 that says how.
 *
 * @throws Error if it cannot listen there.
 */
export async function startMockServer(mock: ContractMock, options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer((request, response) => {
    // What fails here is the log: no reason to end a server.
    serve(mock, request, response, options).catch(() => response.destroy())
  })
  // A connection that ends just as its client sends again is a failure that no test has asked for.
  server.keepAliveTimeout = 0
  await listen(server, port, host)
  return { url: urlOf(server), close: () => close(server) }
}

async function serve(
  mock: ContractMock,
  request: NodeMessage,
  response: ServerResponse,
  options: MockServerOptions,
): Promise<void> {
  const extra = options.cors === false ? {} : corsHeaders
  let answer: OutgoingMessage
  try {
    answer = await answerTo(mock, request, options)
    toNode(response, answer, extra)
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    answer = failure(error)
    // What is left of a body that is too large has no end worth waiting for.
    if (error instanceof BodyTooLargeError) response.shouldKeepAlive = false
    toNode(response, answer, extra)
  }
  options.log?.(`${request.method} ${request.url} ${answer.fate?.kind ?? answer.status}`)
}

function answerTo(
  mock: ContractMock,
  request: NodeMessage,
  { bodyLimit = 1_048_576, cors = true, adminPath, adminState }: MockServerOptions,
): OutgoingMessage | Promise<OutgoingMessage> {
  const { method = 'GET', url = '/' } = request
  const preflight = cors ? answerPreflight(request) : undefined
  if (preflight !== undefined) return preflight
  if (adminPath !== undefined && method === 'GET' && url === adminPath) return stateAnswer(adminState)
  return mock.respond(fromNode(request, mock.locateAnywhere(method, url) ?? url, bodyLimit))
}

function stateAnswer(state: (() => unknown) | undefined): OutgoingMessage {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(state?.() ?? null) }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function urlOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no address.')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever closes it twice, as two signals do, is not told that it is closed.
    server.close((error) => (error === undefined || !server.listening ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
