import type { MediaType, Operation } from '@partner-upgrades/spec'
import { coveringMediaType, isJson } from './media-types.ts'
import type { IncomingMessage } from './message.ts'
import { nestsTooDeep } from './nesting.ts'
import type { Rejection, RequestProblem } from './rejection.ts'

/** The body of a request: its value, or why it cannot be used. */
export interface ReadBody {
  readonly value?: unknown
  readonly rejection?: Rejection
}

/** Reads the body of a request, and adds to `problems` where it differs from its schema. */
export async function readBody(
  operation: Operation,
  message: IncomingMessage,
  problems: RequestProblem[],
): Promise<ReadBody> {
  const { requestBody } = operation
  if (requestBody === undefined) return {}
  const contentType = message.header('content-type')
  const media = contentType === null ? undefined : coveringMediaType(requestBody.content, contentType)?.[1]
  const text = media === undefined && contentType !== null ? undefined : await message.text()
  if (text === '') return requestBody.required ? { rejection: { reason: 'bodyMissing', status: 400 } } : {}
  if (text === undefined || media === undefined || contentType === null) {
    return { rejection: { reason: 'contentType', status: 415, expected: Object.keys(requestBody.content) } }
  }
  return isJson(contentType) ? readJson(media, text, problems) : { value: text }
}

function readJson(media: MediaType, text: string, problems: RequestProblem[]): ReadBody {
  if (nestsTooDeep(text)) return { rejection: { reason: 'bodyMalformed', status: 400 } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { rejection: { reason: 'bodyMalformed', status: 400 } }
  }
  for (const problem of media.validate?.(value) ?? []) problems.push({ ...problem, in: 'body' })
  return { value }
}
