import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import { faults } from '@partner-upgrades/spec/faults'
import { claims, customers, retryAfter, tokens } from './program/subjects.ts'

/** A fake Partner Center on loopback, which responds with the documented bodies. */
export interface Service {
  readonly url: string
  /** How many requests followed a redirect. */
  readonly strayed: number
  close(): Promise<void>
}

/** The parts of a response; the status is 200 by default. */
interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The relevant parts of a request. */
interface Question {
  readonly path: string
  readonly customerId: string
  readonly requestId: string
  readonly token: string
}

/** The target of redirects, which responds normally, so that a client that follows them would succeed. */
const elsewhere = '/elsewhere'

/** Starts a service that also serves files, by path, for a page that may send requests only to its own origin. */
export async function startService(files: ReadonlyMap<string, string>): Promise<Service> {
  const respond = createUpgrades()
  let strayed = 0
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = files.get(pathname)
    if (file !== undefined) return send(response, { headers: { 'Content-Type': typeOf(pathname) }, body: file })
    if (pathname === elsewhere) strayed++
    const question = await read(request)
    if (question.customerId === customers.dropped) return void response.destroy()
    if (question.customerId === customers.silent) return
    if (question.customerId === customers.halting) {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      return void response.write('{ "customerId":')
    }
    send(response, respond(question))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    get strayed() {
      return strayed
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const { customerId = '' } = text ? JSON.parse(text) : {}
  const { authorization = '', 'ms-requestid': requestId = '' } = request.headers
  return {
    path: request.url ?? '',
    customerId,
    requestId: String(requestId),
    token: authorization.slice('Bearer '.length),
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
}

function typeOf(path: string): string {
  return path.endsWith('.js') ? 'text/javascript' : 'text/html'
}

/** Simulates customers and their upgrades; each upgrade advances one step per status request. */
function createUpgrades(): (question: Question) => Answer {
  const upgrades = new Map<string, { readonly customerId: string; readonly requestId: string; looks: number }>()
  // The first request is throttled, and so is one that comes back too early.
  let opensAt = Number.POSITIVE_INFINITY

  return ({ path, customerId, requestId, token }) => {
    if (!isKnown(token)) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm=""' } }
    if (path === elsewhere) return { body: documented('checkProductUpgradeEligibility.en', { customerId }) }
    if (path.endsWith('/eligibility')) return checkEligibility(customerId, token)
    const [, upgradeId] = path.match(/([^/]+)\/status$/) ?? []
    return upgradeId ? getStatus(upgradeId) : create(customerId, requestId)
  }

  function checkEligibility(customerId: string, token: string): Answer {
    const [upgradeId] = [...upgrades].find(([, upgrade]) => upgrade.customerId === customerId) ?? []
    const muddle = customerId === customers.muddled ? { isEligible: 'yes' } : {}
    const inPlace = upgradeId ? { isEligible: false, upgradeId } : {}
    const body = documented('checkProductUpgradeEligibility.en', { customerId, ...inPlace, ...muddle })
    if (customerId === customers.redirected) return { status: 307, headers: { Location: elsewhere } }
    if (customerId === customers.locked && token !== tokens.second) {
      const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`
      return { status: 401, headers: { 'WWW-Authenticate': challenge } }
    }
    if (customerId === customers.throttled && Date.now() < opensAt - 5) return throttle()
    return { body }
  }

  function throttle(): Answer {
    opensAt = Date.now() + retryAfter * 1_000
    const message = `Rate limit is exceeded. Try again in ${retryAfter} seconds.`
    const headers = { 'Retry-After': String(retryAfter), 'Content-Type': 'application/json' }
    return { status: 429, headers, body: JSON.stringify({ statusCode: 429, message }) }
  }

  function create(customerId: string, requestId: string): Answer {
    const known = [...upgrades].find(([, upgrade]) => upgrade.customerId === customerId)
    if (known && known[1].requestId !== requestId) return refuse('900109', known[0])
    const upgradeId = known?.[0] ?? crypto.randomUUID()
    if (!known) upgrades.set(upgradeId, { customerId, requestId, looks: 0 })
    return { status: 202, headers: { Location: `productUpgrades/${upgradeId}` } }
  }

  function getStatus(upgradeId: string): Answer {
    const upgrade = upgrades.get(upgradeId)
    if (!upgrade) return refuse('900106')
    const looks = upgrade.customerId === customers.endless ? 1 : ++upgrade.looks
    const status = ['Pending', 'InProgress'][looks - 1]
    const running = { id: upgradeId, productFamily: 'Azure', status, lineItems: [] }
    return { body: status ? JSON.stringify(running) : documented('getProductUpgradeStatus.en', { id: upgradeId }) }
  }
}

function isKnown(token: string): boolean {
  return Object.values(tokens).some((each) => each === token)
}

/** The body of a documented response, with changes. */
function documented(name: string, changes: object): string {
  const body = exchanges.find((exchange) => exchange.name === name)?.response.body ?? ''
  return JSON.stringify({ ...JSON.parse(body), ...changes })
}

/** A documented fault. */
function refuse(code: keyof typeof faults, ...values: readonly string[]): Answer {
  const { status, text } = faults[code]
  const description = text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? '')
  const headers = { 'Content-Type': 'application/json' }
  return { status, headers, body: JSON.stringify({ code, description, data: [], source: 'PartnerFD' }) }
}
