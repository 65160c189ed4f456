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

/** Makes requests with parameters that their schemas forbid, and without required parameters. */
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

/** Parameters are text: a value is only wrong if its text cannot be read as the right type. */
function isSent(document: JsonObject, definition: JsonObject, valid: unknown, broken: Break): boolean {
  const { keyword, pointer, value } = broken
  const isTold = definition.schema === undefined || keyword !== 'type' || canBeOfWrongType(valid, pointer)
  const isText = definition.schema === undefined || keyword !== 'type' || pointer !== '' || typeof value === 'string'
  return isTold && isText && isForbiddenAsText(document, definition, value)
}

/** The constraints that text cannot break, except for `type`: that parameters are text is not a constraint. */
function unsent(breaks: readonly Break[], sent: readonly Break[]): Made['unbroken'] {
  const isBroken = ({ pointer, keyword }: Break) =>
    sent.some((each) => each.pointer === pointer && each.keyword === keyword)
  const lost = breaks.filter((each) => each.keyword !== 'type' && !isBroken(each))
  return lost.map(({ pointer, keyword }) => ({ pointer, keyword }))
}
