import type { SampleRequest } from '../../samples/request.ts'
import type { Step } from './situation.ts'

/** An answer, or what came in its place. */
export type Outcome =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly statusText: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string
      /** Present if the connection broke within the body. */
      readonly broken?: string
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly at: number }

/** A request that was sent, and what has become of it so far. */
export interface Exchange {
  readonly step: Extract<Step, { do: 'send' }>
  readonly request: SampleRequest
  /** By the simulation's clock: milliseconds since 1970 in UTC. */
  readonly sentAt: number
  outcome: Outcome
}

/** A request as it travels. */
export function requestText({ method, url, headers, body }: SampleRequest): string {
  const { host, pathname, search } = new URL(url)
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return `${lines.join('\n')}\n${body === undefined ? '' : `\n${body}\n`}`
}

/** An answer as it travels, or why there is none. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return 'No answer yet. Move the clock on: it may come, or never.\n'
  if (outcome.kind === 'failed') return `No answer: ${outcome.reason}\n`
  const { status, statusText, headers, body, broken } = outcome
  const lines = [`HTTP/1.1 ${status} ${statusText}`.trimEnd(), ...headers.map(([name, value]) => `${name}: ${value}`)]
  const end = broken === undefined ? '' : `\n(the connection broke here: ${broken})\n`
  return `${lines.join('\n')}\n${body === '' ? '' : `\n${indented(body)}\n`}${end}`
}

/** How many seconds an answer asks to wait; undefined if it asks for nothing. */
export function retryAfter(outcome: Outcome): number | undefined {
  if (outcome.kind !== 'answered') return undefined
  const value = outcome.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
}

/** The fault code that an answer carries. */
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
