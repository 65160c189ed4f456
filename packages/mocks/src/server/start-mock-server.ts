import { createServer, type IncomingMessage as NodeMessage, type Server, type ServerResponse } from 'node:http'
import type { ContractMock } from '../contract/contract-mock.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { BodyTooLargeError, fromNode } from './incoming.ts'
import { failure, toNode } from './outgoing.ts'

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
  /** Stops listening and ends every connection. */
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
    serve(mock, request, response, options).catch((error) => {
      if (response.headersSent) response.destroy()
      else toNode(response, failure(error))
    })
  })
  await listen(server, port, host)
  return { url: urlOf(server), close: () => close(server) }
}

async function serve(
  mock: ContractMock,
  request: NodeMessage,
  response: ServerResponse,
  { bodyLimit = 1_048_576, cors = true, log, adminPath, adminState }: MockServerOptions,
): Promise<void> {
  const { method = 'GET', url = '/' } = request
  const preflight = cors ? answerPreflight(request) : undefined
  const admin = adminPath !== undefined && method === 'GET' && url === adminPath
  const answer = preflight ?? (admin ? stateAnswer(adminState) : await answerOf(mock, request, response, bodyLimit))
  toNode(response, cors ? { ...answer, headers: { ...answer.headers, ...corsHeaders } } : answer)
  log?.(`${method} ${url} ${answer.fate?.kind ?? answer.status}`)
}

async function answerOf(
  mock: ContractMock,
  request: NodeMessage,
  response: ServerResponse,
  limit: number,
): Promise<OutgoingMessage> {
  const url = request.url ?? '/'
  try {
    return await mock.respond(fromNode(request, mock.locateAnywhere(url) ?? url, limit))
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) return failure(error)
    // What is left of the body has no end that is worth waiting for.
    response.shouldKeepAlive = false
    return { ...failure(error), status: 413 }
  }
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
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
