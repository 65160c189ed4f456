import type { IncomingMessage as NodeMessage } from 'node:http'
import { MockUsageError } from '../contract/errors.ts'
import type { HeaderRecord } from '../contract/headers.ts'
import { exceedsJsonDepth } from '../contract/json-depth.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { readJson } from '../input/json.ts'
import { type AdminAccessOptions, createAdminAccess } from './admin-access.ts'
import { fromNode } from './incoming.ts'

/** Where a server shows its state and is steered, and by whom. */
export interface AdminOptions extends AdminAccessOptions {
  /** The path of the state. */
  readonly path: string
  /** What there is to see. */
  readonly state: () => unknown
  /** Does what a request asks for; throws a MockUsageError to refuse. Undefined where there is nothing to steer. */
  readonly steer: ((request: unknown) => void) | undefined
  /** The largest body of a request, in bytes. */
  readonly bodyLimit: number
}

/** Answers requests for the state, or to steer it; undefined for any other path. */
export type Admin = (request: NodeMessage) => OutgoingMessage | Promise<OutgoingMessage> | undefined

/**
 * Shows the state, and has it steered. The answer to a request that steers is the state it has led to.
 *
 * @throws TypeError if an origin is none.
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
  // A page may send a form or plain text anywhere without asking first, but JSON only to its own origin.
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

/** No page may load it as a script or an image, and no cache may give one's answer to another. */
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
