import type { IncomingMessage as NodeMessage } from 'node:http'
import { isIP } from 'node:net'
import type { HeaderRecord } from '../contract/headers.ts'

/** Who may read a server's state, besides programs and pages of its own origin. */
export interface AdminAccessOptions {
  /** The origins whose pages may read it. */
  readonly origins: readonly string[]
  /** The host names under which it is served, besides localhost and IP addresses. */
  readonly hosts: readonly string[]
}

/** The access rules of the state. The `whyNot…` functions return the reason for a refusal, or undefined. */
export interface AdminAccess {
  /** Why a request may not read the state. */
  whyNotRead(request: NodeMessage): string | undefined
  /** Why a request may not steer the mock. */
  whyNotSteer(request: NodeMessage): string | undefined
  /** The headers that let a page of a listed origin read the response. */
  cors(request: NodeMessage): HeaderRecord
}

/**
 * Programs and pages of the server's own origin may read the state; pages of another origin only if it is listed. Otherwise any web page
 * in a browser on this machine could read it, even as same-origin, by pointing its own host name here (DNS rebinding).
 * Only programs on this machine and pages of the server's own origin may steer.
 *
 * @throws TypeError if an origin is invalid.
 */
export function createAdminAccess({ origins, hosts }: AdminAccessOptions): AdminAccess {
  const listed = new Set(origins.map(checkOrigin))
  const names = new Set(hosts.map((name) => name.toLowerCase()))

  function whyNotTrusted({ headers: { host = '' } }: NodeMessage): string | undefined {
    if (isTrusted(hostnameOf(host), names)) return undefined
    return `The state is not served under the name ${host}. If the name belongs to this machine, add it to the admin hosts.`
  }
  function isListed(origin: string | undefined): boolean {
    return origin !== undefined && listed.has(origin)
  }

  return {
    whyNotRead: (request) => {
      const { origin } = request.headers
      if (isOwn(request) || isListed(origin)) return whyNotTrusted(request)
      return (
        whyNotTrusted(request) ?? `Pages of ${origin} may not read the state. To let them, add it to the admin origins.`
      )
    },
    whyNotSteer: (request) => {
      const { remoteAddress = '' } = request.socket
      if (!isLoopback(remoteAddress)) return `Only this machine may steer the mock, not ${remoteAddress}.`
      const { origin } = request.headers
      return (
        whyNotTrusted(request) ??
        (isOwn(request) ? undefined : `Pages of ${origin} may not steer the mock; only those of its own origin may.`)
      )
    },
    cors: ({ headers: { origin = '' } }) => (isListed(origin) ? { 'Access-Control-Allow-Origin': origin } : {}),
  }
}

/** Whether a socket's remote address is a loopback address, which only this machine can use. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

/** Whether a request comes from a program or from a page of the server's own origin. */
function isOwn({ headers: { host, origin } }: NodeMessage): boolean {
  return origin === undefined || origin === `http://${host}`
}

function checkOrigin(origin: string): string {
  // `null` is the origin of every page that hides its own, and `*` stands for all origins.
  if (URL.canParse(origin) && new URL(origin).origin === origin && origin !== 'null') return origin
  throw new TypeError(`An admin origin must consist of scheme, host and port, such as http://localhost:5173: ${origin}`)
}

function hostnameOf(host: string): string {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[^:@/?#[\]\\]+)(?::\d*)?$/i.exec(host) ?? []
  return name.replace(/^\[(.*)\]$/, '$1').toLowerCase()
}

/** Whether a host cannot be a foreign web site's name: one that always means this machine, an IP address, or a listed name. */
function isTrusted(hostname: string, names: ReadonlySet<string>): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname) !== 0 || names.has(hostname)
}
