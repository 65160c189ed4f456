import type { IncomingMessage as NodeMessage } from 'node:http'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'

/** Lets a page of any origin read a response. Tokens have their own header, so cookies are never needed. */
export const corsHeaders: HeaderRecord = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' }

/** The response to a preflight; undefined for any other request. */
export function answerPreflight({ method, headers }: NodeMessage): OutgoingMessage | undefined {
  const wanted = headers['access-control-request-method']
  if (method !== 'OPTIONS' || headers.origin === undefined || wanted === undefined) return undefined
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': wanted,
      // By name: a wildcard does not cover `Authorization`.
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
      'Access-Control-Max-Age': '600',
    },
  }
}
