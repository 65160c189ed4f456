import type { IncomingMessage as NodeMessage } from 'node:http'
import { isIP } from 'node:net'
import type { HeaderRecord } from '../contract/headers.ts'

/** Whom a server shows its state to, beside programs of this machine and pages of its own origin. */
export interface AdminAccessOptions {
  /** The origins whose pages may read it. */
  readonly origins: readonly string[]
  /** The names under which it may be asked for, beside localhost and addresses. */
  readonly hosts: readonly string[]
}

/** Who may do what with the state. Each returns why a request may not, or undefined. */
export interface AdminAccess {
  /** Why the state is not shown. */
  whyNotRead(request: NodeMessage): string | undefined
  /** Why the mock is not steered. */
  whyNotSteer(request: NodeMessage): string | undefined
  /** What lets a page of a listed origin read the answer. */
  cors(request: NodeMessage): HeaderRecord
}

/**
 * The state is for programs and for pages of the server's own origin; pages of another read it only if that is listed. A page could
 * otherwise read it from any browser on this machine, or, having a name of its own point here (DNS rebinding), as one of its own.
 * To steer is for this machine alone, and for no other origin.
 *
 * @throws TypeError if an origin is none.
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

/** Whether an address, as a socket tells it, is of this machine and reached by it alone. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

/** A request of a program, or of a page of the server's own origin. */
function isOwn({ headers: { host, origin } }: NodeMessage): boolean {
  return origin === undefined || origin === `http://${host}`
}

function checkOrigin(origin: string): string {
  // `null` is the origin of whoever hides theirs, and `*` that of everybody.
  if (URL.canParse(origin) && new URL(origin).origin === origin && origin !== 'null') return origin
  throw new TypeError(`An admin origin must consist of scheme, host and port, such as http://localhost:5173: ${origin}`)
}

function hostnameOf(host: string): string {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[^:@/?#[\]\\]+)(?::\d*)?$/i.exec(host) ?? []
  return name.replace(/^\[(.*)\]$/, '$1').toLowerCase()
}

/** A name that resolves to this machine for everybody, or an address, which resolves to nothing else. */
function isTrusted(hostname: string, names: ReadonlySet<string>): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname) !== 0 || names.has(hostname)
}
