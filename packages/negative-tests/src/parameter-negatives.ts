import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type Made, negative } from './negative.ts'
import {
  canBeOfWrongType,
  isForbiddenAsText,
  schemaOfParameter,
  type Written,
  writeParameter,
} from './parameter-text.ts'
import { type Break, breaksOf } from './schema-breaks.ts'

/** What the schemas of parameters forbid, and parameters left out. */
export function parameterNegatives(document: JsonObject, base: BaseRequest): Made {
  const made = base.parameters.map((parameter) => negativesOfParameter(document, base, parameter))
  return { requests: made.flatMap(({ requests }) => requests), unbroken: made.flatMap(({ unbroken }) => unbroken) }
}

function negativesOfParameter(
  document: JsonObject,
  base: BaseRequest,
  { definition, name, in: place, value }: BaseRequest['parameters'][number],
): Made {
  if (place !== 'path' && place !== 'header' && place !== 'query' && place !== 'cookie') {
    return { requests: [], unbroken: [] }
  }
  const tolerated = place === 'path' ? [404] : []
  const wrong = (what: string, keyword: string, written: Written, also: readonly string[] = []) =>
    negative(
      base,
      `${place} parameter ${name}, ${what}`,
      { in: place, name, keyword, ...(also.length > 0 && { also }) },
      toRequest(base, { parameter: { name, in: place, written } }),
      400,
      ...tolerated,
    )
  const { breaks, unbroken } = breaksOf(document, schemaOfParameter(definition), value)
  const sent = breaks.filter((each) => isSent(document, definition, value, each))
  const requests = sent.map(({ keyword, what, value: broken, also }) =>
    wrong(what, keyword, writeParameter(definition, broken), also),
  )
  const missing = definition.required === true && place !== 'path' ? [wrong('left out', 'required', [])] : []
  return { requests: [...missing, ...requests], unbroken: [...unbroken, ...unsent(breaks, sent)] }
}

/** In a parameter everything is text: only what is no text of the right type, and can be told from it, is wrong. */
function isSent(document: JsonObject, definition: JsonObject, valid: unknown, broken: Break): boolean {
  const { keyword, pointer, value } = broken
  const isTold = definition.schema === undefined || keyword !== 'type' || canBeOfWrongType(valid, pointer)
  const isText = definition.schema === undefined || keyword !== 'type' || pointer !== '' || typeof value === 'string'
  return isTold && isText && isForbiddenAsText(document, definition, value)
}

/** Constraints that text cannot break. That everything in it is text is none. */
function unsent(breaks: readonly Break[], sent: readonly Break[]): Made['unbroken'] {
  const isBroken = ({ pointer, keyword }: Break) =>
    sent.some((each) => each.pointer === pointer && each.keyword === keyword)
  const lost = breaks.filter((each) => each.keyword !== 'type' && !isBroken(each))
  return lost.map(({ pointer, keyword }) => ({ pointer, keyword }))
}
