import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type Made, negative } from './negative.ts'
import { breaksOf } from './schema-breaks.ts'

/** What the schema of a body forbids. */
export function bodyNegatives(document: JsonObject, base: BaseRequest): Made {
  if (base.schema === undefined) return { requests: [], unbroken: [] }
  const { breaks, unbroken } = breaksOf(document, base.schema, base.body)
  const requests = breaks.map(({ pointer, keyword, what, value, also }) =>
    negative(
      base,
      `body${pointer === '' ? '' : ` ${pointer}`}, ${what}`,
      { in: 'body', pointer, keyword, ...(also.length > 0 && { also }) },
      toRequest(base, { body: JSON.stringify(value) }),
      400,
    ),
  )
  return { requests, unbroken }
}
