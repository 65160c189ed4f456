import type { IncomingMessage as NodeMessage } from 'node:http'
import { MockUsageError } from '../contract/errors.ts'
import type { HeaderRecord } from '../contract/headers.ts'
import { exceedsJsonDepth } from '../contract/json-depth.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { readJson } from '../input/json.ts'
import { type AdminAccessOptions, createAdminAccess } from './admin-access.ts'
import { fromNode } from './incoming.ts'

/** How a server serves its state and accepts steering, and from whom. */
export interface AdminOptions extends AdminAccessOptions {
  /** The path of the state. */
  readonly path: string
  /** Returns the state to serve. */
  readonly state: () => unknown
  /** Carries out a steering request; throws a MockUsageError to refuse. Undefined if the state is read-only. */
  readonly steer: ((request: unknown) => void) | undefined
  /** The maximum size of a request body, in bytes. */
  readonly bodyLimit: number
}

/** Responds to requests that read the state or steer the mock; undefined for any other path. */
export type Admin = (request: NodeMessage) => OutgoingMessage | Promise<OutgoingMessage> | undefined

/**
 * Serves the state and accepts steering requests, to which the response is the resulting state.
 *
 * @throws TypeError if an origin is invalid.
 */
export function createAdmin({ path, state, steer, bodyLimit, origins, hosts }: AdminOptions): Admin {
  const access = createAdminAccess({ origins, hosts })
  const allow = steer === undefined ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, OPTIONS, POST'
  const show = (headers: HeaderRecord): OutgoingMessage => json(200, state() ?? null, headers)

  return (request) => {
    if (request.url !== path) return undefined
    const isSteering = request.method === 'POST' && steer !== undefined
    const reason = isSteering ? access.whyNotSteer(request) : access.whyNotRead(request)
    if (reason !== undefined) return problem(403, 'AdminRefused', reason)
    const cors = access.cors(request)
    if (isSteering) return steerBy(request, bodyLimit, steer, show)
    if (request.method === 'GET' || request.method === 'HEAD') return show(cors)
    if (request.method === 'OPTIONS')
      return { status: 204, headers: { ...cors, ...always, 'Access-Control-Allow-Methods': 'GET', Allow: allow } }
    return problem(405, 'MethodNotAllowed', `${request.method} is not allowed here; use ${allow}.`, { Allow: allow })
  }
}

async function steerBy(
  request: NodeMessage,
  bodyLimit: number,
  steer: (request: unknown) => void,
  show: (headers: HeaderRecord) => OutgoingMessage,
): Promise<OutgoingMessage> {
  // Without a preflight, a page may send a form or plain text to any origin, but JSON only to its own.
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json')
    return problem(415, 'UnsupportedMediaType', 'Send JSON, with Content-Type: application/json.')
  const text = await fromNode(request, '', bodyLimit).text()
  try {
    if (exceedsJsonDepth(text)) throw new MockUsageError('The request nests lists and objects too deeply.')
    steer(readJson(text, 'The request'))
  } catch (error) {
    if (error instanceof MockUsageError) return problem(400, error.name, error.message)
    throw error
  }
  return show({})
}

/** Keeps pages from loading the state as a script or an image, and caches from sharing a response. */
const always: HeaderRecord = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Origin',
  'X-Content-Type-Options': 'nosniff',
}

function json(status: number, body: unknown, headers: HeaderRecord): OutgoingMessage {
  return { status, headers: { ...headers, ...always, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

function problem(status: number, code: string, description: string, headers: HeaderRecord = {}): OutgoingMessage {
  return json(status, { code, description, data: [], source: 'PartnerCenterMock' }, headers)
}
