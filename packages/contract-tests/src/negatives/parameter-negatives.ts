import { type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type Made, negative } from './negative.ts'
import { breaksOf } from './schema-breaks.ts'

/** What the schemas of parameters forbid, and parameters left out. */
export function parameterNegatives(document: JsonObject, base: BaseRequest): Made {
  const made = base.parameters.map(({ definition, name, in: place, value }): Made => {
    if (place !== 'path' && place !== 'header' && place !== 'query') return { requests: [], unbroken: [] }
    const tolerated = place === 'path' ? [404] : []
    const wrong = (what: string, keyword: string, text: string | undefined, also: readonly string[] = []) =>
      negative(
        base,
        `${place} parameter ${name}, ${what}`,
        { in: place, name, keyword, ...(also.length > 0 && { also }) },
        toRequest(base, { parameter: { name, text } }),
        400,
        ...tolerated,
      )
    const { breaks, unbroken } = breaksOf(document, definition.schema, value)
    const requests = breaks.flatMap(({ keyword, what, value: broken, also }) =>
      isText(definition, keyword, broken) ? [wrong(what, keyword, String(broken), also)] : [],
    )
    const missing = definition.required === true && place !== 'path' ? [wrong('left out', 'required', undefined)] : []
    return { requests: [...missing, ...requests], unbroken }
  })
  return { requests: made.flatMap(({ requests }) => requests), unbroken: made.flatMap(({ unbroken }) => unbroken) }
}

/** In a parameter everything is text: only what is no text of the right type, and can be told from it, is wrong. */
function isText(definition: JsonObject, keyword: string, broken: unknown): boolean {
  if (keyword !== 'type') return true
  const { type } = objectAt(definition, 'schema')
  return type !== undefined && type !== 'string' && typeof broken === 'string'
}
