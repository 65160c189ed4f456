import { type Exchange, findMediaType } from '@partner-upgrades/spec'
import { objectAt } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest, validBody } from './base-request.ts'
import { formOf } from './body-text.ts'
import { type NegativeRequest, negative } from './negative.ts'

/** Makes requests with malformed JSON, unsupported content types and methods, and an `Accept` that cannot be met. */
export function framingNegatives(base: BaseRequest): readonly NegativeRequest[] {
  return [...bodyFraming(base), ...contentTypes(base), ...accepts(base), ...methods(base)]
}

function bodyFraming(base: BaseRequest): readonly NegativeRequest[] {
  const { operation, mediaType } = base
  if (mediaType === undefined) return []
  const text = validBody(base) ?? ''
  // A repeated or shortened value may be valid JSON again: `7` and `77`.
  const broken: readonly (readonly [what: string, body: string])[] = [
    ['a body cut short', text.slice(0, -1)],
    ['a comma too many', text.replace(/[\]}]$/, ',$&')],
    ['two values in place of one', `${text}${text}`],
  ]
  const bodies = formOf(mediaType) === 'json' ? broken.filter(([, body]) => !isJson(body)) : []
  const missing = operation.requestBody?.required === true ? [['no body', undefined] as const] : []
  return [...missing, ...bodies].map(([keyword, body]) =>
    negative(base, keyword, { in: 'body', pointer: '', keyword }, toRequest(base, { body }), 400),
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function contentTypes(base: BaseRequest): readonly NegativeRequest[] {
  const accepted = Object.keys(objectAt(base.operation.requestBody, 'content'))
  if (base.mediaType === undefined) return []
  return ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']
    .filter((type) => !isCovered(accepted, type))
    .map((type) =>
      negative(
        base,
        `the content type ${type}`,
        { in: 'contentType', keyword: type },
        toRequest(base, { headers: { 'Content-Type': type } }),
        415,
        400,
      ),
    )
}

function accepts(base: BaseRequest): readonly NegativeRequest[] {
  const { operation } = base
  if (!operation.statuses.includes('406')) return []
  const other = ['text/html', 'image/png', 'audio/mpeg'].find((type) => !isCovered(operation.answers, type))
  if (other === undefined) return []
  return [
    negative(
      base,
      'an Accept that excludes JSON',
      { in: 'accept', keyword: other },
      toRequest(base, { headers: { Accept: other } }),
      406,
    ),
  ]
}

/** Whether one of several media types or ranges equals or covers a media type. */
function isCovered(ranges: readonly string[], mediaType: string): boolean {
  return findMediaType(Object.fromEntries(ranges.map((range) => [range, true])), mediaType) !== undefined
}

function methods(base: BaseRequest): readonly NegativeRequest[] {
  const { operation } = base
  const other = (['PUT', 'DELETE', 'GET', 'PATCH'] as const).find((method) => !operation.methods.includes(method))
  if (!operation.statuses.includes('405') || other === undefined) return []
  return [
    negative(
      base,
      `the method ${other}`,
      { in: 'method', keyword: other },
      toRequest(base, { method: other, ...(other === 'GET' && { body: undefined }) }),
      405,
      404,
    ),
  ]
}

/** The path and query of a URL that may contain the characters of a placeholder. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Makes the requests that the documentation prints and that are known to be malformed. */
export function documentedNegatives(base: BaseRequest, exchanges: readonly Exchange[]): readonly NegativeRequest[] {
  return exchanges.flatMap(({ name, request }) => {
    if (request.malformed === undefined) return []
    return [
      negative(
        base,
        `as printed in ${name}`,
        { in: 'documented', name, keyword: 'malformed' },
        // A request without a body is malformed in its URL.
        toRequest(base, request.body === '' ? { path: pathOf(request.url) } : { body: request.body }),
        400,
      ),
    ]
  })
}
