import type { SampleRequest } from '../../samples/request.ts'
import type { Step } from './situation.ts'

/** A response, or the reason that there is none. */
export type Outcome =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly statusText: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string
      /** Why the connection broke within the body; absent if it did not. */
      readonly broken?: string
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly at: number }

/** A request that was sent, and its outcome so far. */
export interface Exchange {
  readonly step: Extract<Step, { do: 'send' }>
  readonly request: SampleRequest
  /** When it was sent, by the simulation's clock: milliseconds since 1970 in UTC. */
  readonly sentAt: number
  outcome: Outcome
}

/** Formats a request as HTTP/1.1 text. */
export function requestText({ method, url, headers, body }: SampleRequest): string {
  const { host, pathname, search } = new URL(url)
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return `${lines.join('\n')}\n${body === undefined ? '' : `\n${body}\n`}`
}

/** Formats a response as HTTP/1.1 text, or says why there is none. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return 'No response yet. Advance the clock: it may still arrive.\n'
  if (outcome.kind === 'failed') return `No response: ${outcome.reason}\n`
  const { status, statusText, headers, body, broken } = outcome
  const lines = [`HTTP/1.1 ${status} ${statusText}`.trimEnd(), ...headers.map(([name, value]) => `${name}: ${value}`)]
  const end = broken === undefined ? '' : `\n(the connection broke here: ${broken})\n`
  return `${lines.join('\n')}\n${body === '' ? '' : `\n${indented(body)}\n`}${end}`
}

/** Returns the `Retry-After` of a response in seconds; undefined if it has none. */
export function retryAfter(outcome: Outcome): number | undefined {
  if (outcome.kind !== 'answered') return undefined
  const value = outcome.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
}

/** Returns the fault code in a response; undefined if it has none. */
export function faultCode(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'answered') return undefined
  try {
    const code: unknown = Object(JSON.parse(outcome.body)).code
    return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
  } catch {
    return undefined
  }
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
