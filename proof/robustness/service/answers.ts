import { createHash } from 'node:crypto'

/** The headers of a response, in order; a name may occur twice. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** An HTTP response. */
export interface Whole {
  readonly status: number
  readonly headers: Headers
  readonly body: string | Buffer
  /** The sender: Partner Center, with its `MS-` headers, or a gateway in front of it. */
  readonly from: 'service' | 'gateway'
}

/** The reaction to a request: a response, raw bytes, only a closed connection, or nothing at all. */
export type Answer = Whole | { readonly bytes: Buffer } | 'cut' | 'silence'

const jsonType = ['Content-Type', 'application/json; charset=utf-8'] as const

/** Creates a JSON response of Partner Center. */
export function json(value: unknown, status = 200, headers: Headers = []): Whole {
  return text(JSON.stringify(value), status, headers)
}

/** Creates a response of Partner Center that claims to be JSON. */
export function text(body: string | Buffer, status = 200, headers: Headers = []): Whole {
  return { status, headers: [jsonType, ...headers], body, from: 'service' }
}

/** Creates a fault with the documented body. */
export function fault(status: number, code: string, description: string, headers: Headers = []): Whole {
  return json({ code, description, data: [], source: 'PartnerFD' }, status, headers)
}

/** Creates the documented response to a create. */
export function accepted(upgradeId: string): Whole {
  return { status: 202, headers: [['Location', `productUpgrades/${upgradeId}`]], body: '', from: 'service' }
}

/** Creates a page of a gateway, a firewall or a captive portal. */
export function page(status: number, headers: Headers = []): Whole {
  const body = `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>${status}</h1><p>Your request could not be served.</p></body></html>`
  return { status, headers: [['Content-Type', 'text/html'], ...headers], body, from: 'gateway' }
}

/** The documented body of an eligibility response. */
export interface Eligibility {
  readonly customerId: string
  readonly isEligible: boolean
  readonly productFamily: string
  readonly upgradeId?: string
  readonly reason?: string
}

/** The documented body of a status response. */
export interface Status {
  readonly id: string
  readonly productFamily: string
  readonly status: string
  readonly lineItems: readonly object[]
  readonly errorDetails?: object
}

/** Creates a status in the form of Microsoft's sample. */
export function statusOf(id: string, status: string): Status {
  const product = (name: string): object => ({ id: idOf(`${id}${name}`), name })
  const item = {
    sourceProduct: product('Microsoft Azure'),
    targetProduct: product('Microsoft Azure plan'),
    upgradedDate: '2019-08-29T23:47:28.8524555Z',
    status,
  }
  const errorDetails = { code: '900120', description: 'Cannot process Azure upgrade' }
  const lineItems = [status === 'Failed' ? { ...item, errorDetails } : item]
  return { id, productFamily: 'Azure', status, lineItems, ...(status === 'Failed' && { errorDetails }) }
}

/** Derives a GUID from a text. */
export function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
