import { findMediaType, isJsonMediaType, type MediaType, type Operation, parseJson } from '@partner-upgrades/spec'
import { exceedsJsonDepth } from './json-depth.ts'
import type { Rejection, RequestProblem } from './rejection.ts'

/** The body of a request: its value, or why it cannot be used. */
export interface ReadBody {
  /** A JSON value, or text for other media types; absent without a body. */
  readonly value?: unknown
  /** Why the body cannot be used. */
  readonly rejection?: Rejection
}

/** Whether to read the body of a request: the operation takes one, and of the declared content type if there is one. */
export function takesBody({ requestBody }: Operation, contentType: string | null): boolean {
  if (requestBody === undefined) return false
  return contentType === null || findMediaType(requestBody.content, contentType) !== undefined
}

/**
 * Parses the body of a request, and adds its schema violations to `problems`.
 *
 * @param text undefined if the body was not read
 */
export function readBody(
  { requestBody }: Operation,
  contentType: string | null,
  text: string | undefined,
  problems: RequestProblem[],
): ReadBody {
  if (requestBody === undefined) return {}
  const [, media] = contentType === null ? [] : (findMediaType(requestBody.content, contentType) ?? [])
  if (text === '') return requestBody.required ? { rejection: { reason: 'bodyMissing', status: 400 } } : {}
  if (text === undefined || media === undefined || contentType === null) {
    return { rejection: { reason: 'contentType', status: 415, expected: Object.keys(requestBody.content) } }
  }
  return isJsonMediaType(contentType) ? readJson(media, text, problems) : validated(media, text, problems)
}

function readJson(media: MediaType, text: string, problems: RequestProblem[]): ReadBody {
  if (exceedsJsonDepth(text)) return { rejection: { reason: 'bodyMalformed', status: 400 } }
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    return { rejection: { reason: 'bodyMalformed', status: 400 } }
  }
  return validated(media, value, problems)
}

function validated(media: MediaType, value: unknown, problems: RequestProblem[]): ReadBody {
  for (const problem of media.validate?.(value) ?? []) problems.push({ ...problem, in: 'body' })
  return { value }
}
