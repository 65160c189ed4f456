import type { IncomingMessage as NodeMessage, Server, ServerResponse } from 'node:http'
import type { ContractMock } from '../contract/contract-mock.ts'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { checkKeys, type NamesOf } from '../input/check-input.ts'
import { type Admin, createAdmin } from './admin.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { BodyTooLargeError, fromNode } from './incoming.ts'
import { cutOff, failure, toNode } from './outgoing.ts'

// `import` evaluates every export of a module: with `node:http`, that includes WebSocket, which takes 13 MB to load.
const { createServer } = process.getBuiltinModule('node:http')

/** The options of a mock server. */
export interface MockServerOptions {
  /**
   * The TCP port; 0 picks a free one.
   * @default 0
   */
  readonly port?: number | undefined
  /**
   * The address to bind to; the default accepts connections from this machine only.
   * @default '127.0.0.1'
   */
  readonly host?: string | undefined
  /**
   * The maximum size of a request body in bytes; a larger one gets 413.
   * @default 1_048_576
   */
  readonly bodyLimit?: number | undefined
  /**
   * Whether pages of other origins may call the API.
   * @default true
   */
  readonly cors?: boolean | undefined
  /**
   * Called with one line for each exchange.
   * @default no log
   */
  readonly log?: ((line: string) => void) | undefined
  /**
   * The path under which `GET` returns `adminState()` as JSON, and `POST` calls `adminSteer`.
   * @default none
   */
  readonly adminPath?: string | undefined
  /** Returns the state to serve under `adminPath`. @default nothing */
  readonly adminState?: (() => unknown) | undefined
  /**
   * Carries out the JSON request of a `POST` to `adminPath`; throw a `MockUsageError` to refuse. Only programs on this machine and pages
   * of the server's own origin can call it.
   * @default none: the state can only be read
   * @example
   * adminSteer: (request) => steer(partnerCenter, request)
   */
  readonly adminSteer?: ((request: unknown) => void) | undefined
  /**
   * The origins whose pages may read the state, such as `http://localhost:5173`. `cors` applies to the API only.
   * @default none but the server's own
   */
  readonly adminOrigins?: readonly string[] | undefined
  /**
   * The host names under which the state is served, such as that of a container. Names other than these, `localhost` and
   * IP addresses are refused, because any web site can point a name at this machine.
   * @default none
   */
  readonly adminHosts?: readonly string[] | undefined
}

const optionNames: NamesOf<MockServerOptions> = {
  port: true,
  host: true,
  bodyLimit: true,
  cors: true,
  log: true,
  adminPath: true,
  adminState: true,
  adminSteer: true,
  adminOrigins: true,
  adminHosts: true,
}

/** A running mock server. */
export interface MockServer {
  /** The base URL, without a trailing slash. */
  readonly url: string
  /** Stops the server and closes every connection. Calling it again has no effect. */
  close(): Promise<void>
}

/**
 * Serves a mock over HTTP. A path outside the contract gets 404, a response that would violate the contract becomes
 * a 500 that describes the violation.
 *
 * @throws Error if the port or address cannot be used.
 * @throws TypeError if an admin origin is invalid.
 * @throws MockUsageError if an option is unknown.
 */
export async function startMockServer(mock: ContractMock, options: MockServerOptions = {}): Promise<MockServer> {
  checkKeys('option of a mock server', options, optionNames)
  const { port = 0, host = '127.0.0.1', bodyLimit = 1_048_576, cors = true, log = () => {} } = options
  const admin = adminOf(options, bodyLimit)

  function answerTo(request: NodeMessage): OutgoingMessage | Promise<OutgoingMessage> {
    const preflight = cors ? answerPreflight(request) : undefined
    if (preflight !== undefined) return preflight
    const { method = 'GET', url = '/' } = request
    return mock.respond(fromNode(request, mock.locateAnywhere(method, url) ?? url, bodyLimit))
  }

  async function serve(request: NodeMessage, response: ServerResponse): Promise<void> {
    let extra: HeaderRecord = {}
    let answer: OutgoingMessage
    try {
      const shown = admin(request)
      if (shown === undefined && cors) extra = corsHeaders
      answer = await (shown ?? answerTo(request))
      toNode(response, answer, extra)
    } catch (error) {
      if (response.headersSent) return void response.destroy()
      answer = failure(error)
      if (error instanceof BodyTooLargeError) cutOff(request, response, answer, extra)
      else toNode(response, answer, extra)
    }
    log(`${request.method} ${request.url} ${answer.fate?.kind ?? answer.status}`)
  }

  // Only the log can fail here, which is no reason to stop the server.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
  // A connection that times out just as its client reuses it would be a failure that no test asked for.
  server.keepAliveTimeout = 0
  await listen(server, port, host)
  return { url: urlOf(server), close: () => close(server) }
}

function adminOf(options: MockServerOptions, bodyLimit: number): Admin {
  const { adminPath: path, adminState: state = () => null, adminSteer: steer } = options
  const { adminOrigins: origins = [], adminHosts: hosts = [] } = options
  return path === undefined ? () => undefined : createAdmin({ path, state, steer, bodyLimit, origins, hosts })
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
    // Closing a second time, as a second signal does, is not an error.
    server.close((error) => (error === undefined || !server.listening ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
