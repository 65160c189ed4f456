import type { Answer } from './answer.ts'
import { hasHeader } from './headers.ts'
import { isJson } from './media-types.ts'
import type { OutgoingMessage } from './message.ts'

/** Writes an answer out. */
export function serialize(answer: Answer): OutgoingMessage {
  const { status, headers = {}, body, mediaType = 'application/json', contentType = mediaType } = answer
  if (body === undefined) return { status, headers }
  return {
    status,
    headers:
      contentType === null || hasHeader(headers, 'content-type')
        ? headers
        : { 'Content-Type': contentType, ...headers },
    body: isJson(mediaType) ? JSON.stringify(body) : String(body),
  }
}
