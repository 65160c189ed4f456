import { isJsonMediaType } from '@partner-upgrades/spec'
import type { Answer } from './answer.ts'
import { headerOf } from './headers.ts'
import type { OutgoingMessage } from './message.ts'
import { isWithoutBody } from './responses.ts'

/** Serializes a response. */
export function serialize(answer: Answer): OutgoingMessage {
  const { status, headers = {}, body, json, mediaType = 'application/json', contentType = mediaType } = answer
  if (body === undefined || isWithoutBody(status)) return { status, headers }
  return {
    status,
    headers:
      contentType === null || headerOf(headers, 'Content-Type') !== undefined
        ? headers
        : { 'Content-Type': contentType, ...headers },
    body: isJsonMediaType(mediaType) ? (json ?? JSON.stringify(body)) : String(body),
  }
}
