import { MockUsageError } from '../contract/errors.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import type { InjectedFault } from './injected-fault.ts'

const html = { 'Content-Type': 'text/html' }

/** An HTML page of a gateway in front of the service, which the request never reaches. */
export function gatewayPage({ status = 502 }: { readonly status?: 502 | 503 | 504 } = {}): InjectedFault {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
  return instead('gatewayPage', { status, headers: html, body })
}

/** A gateway's answer with nothing in it; the request never reaches the service. */
export function gatewayEmpty({ status = 504 }: { readonly status?: 502 | 503 | 504 } = {}): InjectedFault {
  return instead('gatewayEmpty', { status, headers: {} })
}

/** 500 with nothing in it. */
export function emptyServerError(): InjectedFault {
  return instead('emptyServerError', { status: 500, headers: {} })
}

/** A fault with a code that no catalogue lists. */
export function unknownFault({ code = '999999' }: { readonly code?: string } = {}): InjectedFault {
  const body = JSON.stringify({ code, description: 'Something else went wrong.', data: [], source: 'PartnerFD' })
  return instead('unknownFault', { status: 400, headers: { 'Content-Type': 'application/json' }, body })
}

/** 429 whose `Retry-After` is a date, as HTTP allows and this service does not document. */
export function throttledUntil({ date }: { readonly date: Date }): InjectedFault {
  if (Number.isNaN(date.getTime())) throw new MockUsageError('throttledUntil needs a date.')
  return instead('throttledUntil', { status: 429, headers: { 'Retry-After': date.toUTCString() } })
}

/** 429 that does not say how long to wait. */
export function throttledWithoutDelay(): InjectedFault {
  return instead('throttledWithoutDelay', { status: 429, headers: {} })
}

/** The service did its work; a gateway gave up waiting and answers 504. */
export function acceptedThenTimedOut(): InjectedFault {
  return after('acceptedThenTimedOut', () => ({ status: 504, headers: {} }))
}

/** The answer is complete, and its JSON is not. */
export function brokenJson(): InjectedFault {
  return after('brokenJson', (sent) => ({ ...sent, body: half(sent.body) }))
}

/** JSON that is said to be HTML. */
export function wrongContentType(): InjectedFault {
  return after('wrongContentType', (sent) => ({ ...sent, headers: { ...without(sent, 'content-type'), ...html } }))
}

/** JSON without a `Content-Type`, as the documented samples have it. */
export function noContentType(): InjectedFault {
  return after('noContentType', (sent) => ({ ...sent, headers: without(sent, 'content-type') }))
}

/** An accepted create that does not say what it created. */
export function missingLocation(): InjectedFault {
  return after('missingLocation', (sent) => ({ ...sent, headers: without(sent, 'location') }))
}

/** An answer without the ids that support asks for. */
export function missingIds(): InjectedFault {
  return after('missingIds', (sent) => ({ ...sent, headers: without(sent, 'ms-') }))
}

function instead(name: string, message: OutgoingMessage): InjectedFault {
  return { name, apply: () => ({ disturbance: name, send: () => message }) }
}

function after(name: string, change: (sent: OutgoingMessage) => OutgoingMessage): InjectedFault {
  return {
    name,
    apply: async (_, { usual }) => ({
      disturbance: name,
      answer: await usual(),
      send: (intended) => change(intended ?? { status: 500, headers: {} }),
    }),
  }
}

function half(body = ''): string {
  return body.slice(0, Math.ceil(body.length / 2))
}

function without({ headers }: OutgoingMessage, start: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.toLowerCase().startsWith(start)))
}
