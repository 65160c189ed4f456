import { type MediaType, type Operation, qualityOf, type ResponseContract } from '@partner-upgrades/spec'
import type { Answer } from './answer.ts'
import { MockUsageError, unknownName } from './errors.ts'
import { isFramingHeader } from './headers.ts'
import { concreteMediaType } from './media-types.ts'
import type { Preference } from './prefer-header.ts'
import { responseFor, responseKeys, statusFor } from './responses.ts'

/**
 * Builds a response from the contract's examples: the body example with the given name (by default the first) and those of the headers.
 *
 * @throws MockUsageError if the operation has no such status or example, listing those it has.
 */
export function exampleAnswer(operation: Operation, preference: Preference, accept: string | null): Answer {
  const { status, response } = choose(operation, preference)
  const headers: Record<string, string> = {}
  for (const header of response.headers) {
    if (header.example !== undefined && !isFramingHeader(header.name)) headers[header.name] = String(header.example)
  }
  const media = preferredMedia(response, preference.example, accept)
  if (media === undefined) return { status, headers }
  const [mediaType, { examples }] = media
  const example = preference.example === undefined ? Object.values(examples)[0] : examples[preference.example]
  if (example === undefined) throw new MockUsageError(`${operation.id} ${status} has no example of ${mediaType}.`)
  const { value, json } = example
  const sent = concreteMediaType(mediaType, value, accept)
  return { status, headers, body: value, ...(json !== undefined && { json }), mediaType: sent }
}

function choose(operation: Operation, { code, example }: Preference): { status: number; response: ResponseContract } {
  if (code !== undefined) {
    // No status below 200 or above 599 is a final response, even if `default` covers it.
    const response = code >= 200 && code <= 599 ? responseFor(operation, code) : undefined
    if (response === undefined)
      throw unknownName(`answer of ${operation.id} with status`, String(code), keys(operation))
    if (example !== undefined && !namesOf(response).includes(example)) {
      throw unknownName(`example of ${operation.id} ${code}`, example, namesOf(response))
    }
    return { status: code, response }
  }
  for (const key of responseKeys(operation)) {
    const response = operation.responses[key]
    // An interim response is followed by the final one (RFC 9110, section 15.2).
    if (response === undefined || key.startsWith('1')) continue
    if (example === undefined || namesOf(response).includes(example)) return { status: statusFor(key), response }
  }
  if (example === undefined) {
    const described = keys(operation).join(', ') || 'none'
    throw new MockUsageError(
      `${operation.id} has no final response (described: ${described}). Describe one, such as 200, or respond in \`resolve\`.`,
    )
  }
  throw unknownName(`example of ${operation.id}`, example, Object.values(operation.responses).flatMap(namesOf))
}

function keys(operation: Operation): string[] {
  return Object.keys(operation.responses)
}

function namesOf(response: ResponseContract): string[] {
  return Object.values(response.content).flatMap(({ examples }) => Object.keys(examples))
}

/** Chooses a media type that has the example: preferably one that the caller accepts, then the first in the contract. */
function preferredMedia(
  response: ResponseContract,
  example: string | undefined,
  accept: string | null,
): readonly [string, MediaType] | undefined {
  const all = Object.entries(response.content)
  const suitable = all.filter(([, { examples }]) =>
    example === undefined ? Object.keys(examples).length > 0 : Object.hasOwn(examples, example),
  )
  const quality = ([mediaType]: readonly [string, MediaType]) => qualityOf(accept ?? '*/*', mediaType)
  return suitable.sort((a, b) => quality(b) - quality(a))[0] ?? all[0]
}
