import { faultBody } from '../catalogue/fault-catalogue.ts'
import { MockUsageError } from '../contract/errors.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { after, instead } from './changed-response.ts'
import type { InjectedFault } from './injected-fault.ts'

const html = { 'Content-Type': 'text/html' }

/** A gateway's HTML error page; the request never reaches the service. */
export function gatewayPage({ status = 502 }: { readonly status?: 502 | 503 | 504 | undefined } = {}): InjectedFault {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
  return instead('gatewayPage', { status, headers: html, body })
}

/** A gateway's response without a body; the request never reaches the service. */
export function gatewayEmpty({ status = 504 }: { readonly status?: 502 | 503 | 504 | undefined } = {}): InjectedFault {
  return instead('gatewayEmpty', { status, headers: {} })
}

/** 500 without a body. */
export function emptyServerError(): InjectedFault {
  return instead('emptyServerError', { status: 500, headers: {} })
}

/** A fault whose code is not in the catalogue. */
export function unknownFault({ code = '999999' }: { readonly code?: string | undefined } = {}): InjectedFault {
  const body = JSON.stringify(faultBody(code, 'Something else went wrong.'))
  return instead('unknownFault', { status: 400, headers: { 'Content-Type': 'application/json' }, body })
}

/** 429 whose `Retry-After` is a date: allowed by HTTP, but not documented for this service. */
export function throttledUntil({ date }: { readonly date: Date }): InjectedFault {
  if (Number.isNaN(date.getTime())) throw new MockUsageError('throttledUntil needs a valid date.')
  return instead('throttledUntil', { status: 429, headers: { 'Retry-After': date.toUTCString() } })
}

/** 429 without `Retry-After`. */
export function throttledWithoutDelay(): InjectedFault {
  return instead('throttledWithoutDelay', { status: 429, headers: {} })
}

/** The service handles the call, but a gateway times out and responds with 504. */
export function acceptedThenTimedOut(): InjectedFault {
  return after('acceptedThenTimedOut', () => ({ status: 504, headers: {} }))
}

/** A complete response whose JSON is cut in half. */
export function brokenJson(): InjectedFault {
  return after('brokenJson', (sent) => ({ ...sent, body: half(sent.body) }))
}

/** JSON with the `Content-Type` of HTML. */
export function wrongContentType(): InjectedFault {
  return after('wrongContentType', (sent) => ({ ...sent, headers: { ...without(sent, 'content-type'), ...html } }))
}

/** JSON without a `Content-Type`, as the documented samples have it. */
export function noContentType(): InjectedFault {
  return after('noContentType', (sent) => ({ ...sent, headers: without(sent, 'content-type') }))
}

/** A response without `Location`: an accepted create that does not say what it created. */
export function missingLocation(): InjectedFault {
  return after('missingLocation', (sent) => ({ ...sent, headers: without(sent, 'location') }))
}

/** A response without the IDs that Microsoft's support asks for. */
export function missingIds(): InjectedFault {
  return after('missingIds', (sent) => ({ ...sent, headers: without(sent, 'ms-') }))
}

function half(body = ''): string {
  return body.slice(0, Math.ceil(body.length / 2))
}

function without({ headers }: OutgoingMessage, start: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.toLowerCase().startsWith(start)))
}
