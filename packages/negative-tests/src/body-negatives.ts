import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { formOf, isForbiddenAsBody, writeBody } from './body-text.ts'
import { type Made, negative } from './negative.ts'
import { canBeOfWrongType } from './parameter-text.ts'
import { breaksOf } from './schema-breaks.ts'

/** Makes requests whose body its schema forbids. */
export function bodyNegatives(document: JsonObject, base: BaseRequest): Made {
  if (base.schema === undefined) return { requests: [], unbroken: [] }
  // A body in an unsupported media type can neither satisfy nor break its schema.
  if (formOf(base.mediaType ?? '') === 'other') {
    return { requests: [], unbroken: [{ pointer: '', keyword: `a body of ${base.mediaType}` }] }
  }
  const { breaks, unbroken } = breaksOf(document, base.schema, base.body)
  const { mediaType = 'application/json' } = base
  const sent = breaks
    .filter(({ value }) => isForbiddenAsBody(document, mediaType, base.schema, value))
    .filter(
      ({ keyword, pointer }) =>
        formOf(mediaType) !== 'form' || keyword !== 'type' || canBeOfWrongType(base.body, pointer),
    )
  const requests = sent.map(({ pointer, keyword, what, value, also }) =>
    negative(
      base,
      `body${pointer === '' ? '' : ` ${pointer}`}, ${what}`,
      { in: 'body', pointer, keyword, ...(also.length > 0 && { also }) },
      toRequest(base, { body: writeBody(mediaType, value) }),
      400,
    ),
  )
  return { requests, unbroken }
}
