import type { IncomingMessage as NodeMessage } from 'node:http'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'

/** What lets a page of any origin read an answer. Tokens travel in a header of their own, so no cookie is ever needed. */
export const corsHeaders: HeaderRecord = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' }

/** The answer to a preflight; undefined for a request that is none. */
export function answerPreflight({ method, headers }: NodeMessage): OutgoingMessage | undefined {
  const wanted = headers['access-control-request-method']
  if (method !== 'OPTIONS' || headers.origin === undefined || wanted === undefined) return undefined
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': wanted,
      // By name: a wildcard does not let `Authorization` through.
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
      'Access-Control-Max-Age': '600',
    },
  }
}
