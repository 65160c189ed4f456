import type { IncomingMessage as NodeMessage } from 'node:http'
import { isIP } from 'node:net'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'

/** Where a server shows its state, and to whom. */
export interface AdminOptions {
  /** The path of the state. */
  readonly path: string
  /** What there is to see. */
  readonly state: () => unknown
  /** The origins whose pages may read it. */
  readonly origins: readonly string[]
  /** The names under which it may be asked for, beside localhost and addresses. */
  readonly hosts: readonly string[]
}

/** Answers requests for the state; undefined for any other request. */
export type Admin = (request: NodeMessage) => OutgoingMessage | undefined

/**
 * Shows the state to programs and to pages of its own origin; to pages of another only if that is listed. A page could
 * otherwise read it from any browser on this machine, or, having a name of its own point here (DNS rebinding), as one of its own.
 *
 * @throws TypeError if an origin is none.
 */
export function createAdmin({ path, state, origins, hosts }: AdminOptions): Admin {
  const listed = new Set(origins.map(checkOrigin))
  const names = new Set(hosts.map((name) => name.toLowerCase()))

  return ({ method, url, headers }) => {
    if (url !== path || (method !== 'GET' && method !== 'OPTIONS')) return undefined
    const { host = '', origin } = headers
    if (!isTrusted(hostnameOf(host), names)) {
      return refusal(
        `The state is not served under the name ${host}. If the name belongs to this machine, add it to the admin hosts.`,
      )
    }
    const isListed = origin !== undefined && listed.has(origin)
    if (origin !== undefined && !isListed && origin !== `http://${host}`) {
      return refusal(`Pages of ${origin} may not read the state. To let them, add it to the admin origins.`)
    }
    const cors = isListed ? { 'Access-Control-Allow-Origin': origin } : {}
    if (method === 'GET') {
      const body = JSON.stringify(state() ?? null)
      return { status: 200, headers: { ...cors, ...always, 'Content-Type': 'application/json' }, body }
    }
    return {
      status: 204,
      headers: { ...cors, ...always, 'Access-Control-Allow-Methods': 'GET', Allow: 'GET, OPTIONS' },
    }
  }
}

/** No page may load it as a script or an image, and no cache may give one's answer to another. */
const always: HeaderRecord = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Origin',
  'X-Content-Type-Options': 'nosniff',
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

function refusal(description: string): OutgoingMessage {
  const body = JSON.stringify({ code: 'AdminRefused', description, data: [], source: 'PartnerCenterMock' })
  return { status: 403, headers: { ...always, 'Content-Type': 'application/json' }, body }
}
