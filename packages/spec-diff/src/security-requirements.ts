import { type CompareResolver, diffFactory } from 'api-smart-diff'
import { isArray, isObject, type JsonObject, objectAt } from './json.ts'
import { dereference } from './reference.ts'

/**
 * Normalizes the alternatives by which callers may authenticate; each lists its requirements, in words that do not depend on the names in
 * the document. An alternative may have no requirements.
 */
export function normalizeSecurity(document: JsonObject, security: unknown): readonly (readonly string[])[] {
  const ways = isArray(security) ? security.filter(isObject) : []
  if (ways.length === 0) return [[]]
  return ways.map((way) => Object.entries(way).flatMap(([name, scopes]) => demandsOf(document, name, scopes)))
}

function demandsOf(document: JsonObject, name: string, scopes: unknown): readonly string[] {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  const words = nameApart(document, schemes, name)
  return [words, ...(isArray(scopes) ? scopes.map((scope) => `${words} with scope ${String(scope)}`) : [])]
}

/** Describes a scheme. If two schemes have the same description, such as two kinds of tokens, their names are added to distinguish them. */
function nameApart(document: JsonObject, schemes: JsonObject, name: string): string {
  const wordsOf = (each: string) => describeScheme(dereference(document, schemes[each])) || each
  const words = wordsOf(name)
  const alike = Object.keys(schemes).filter((each) => wordsOf(each) === words)
  return alike.length > 1 ? `${words} (${name})` : words
}

function describeScheme(scheme: JsonObject): string {
  const { type, scheme: kind, in: place, name, openIdConnectUrl, flows } = scheme
  const urls = Object.entries(isObject(flows) ? flows : {})
    .sort()
    .flatMap(([flow, about]) => {
      const { authorizationUrl, tokenUrl } = isObject(about) ? about : {}
      return [flow, authorizationUrl, tokenUrl]
    })
  const words = [type, typeof kind === 'string' ? kind.toLowerCase() : kind, place, name, openIdConnectUrl, ...urls]
  return words.filter((word) => word !== undefined).join(' ')
}

/** Compares alternatives by their requirements: neither the order of alternatives nor that of requirements matters. */
export const compareWays: CompareResolver = (context) => {
  const { before, after } = context
  const same = !requiresMore(before.value, after.value) && !requiresMore(after.value, before.value)
  const diffs = same ? [] : [diffFactory.replaced(before.path, before.value, after.value, context)]
  return { diffs, merged: after.value }
}

/** Whether a caller that met the old requirements may now be rejected. */
export function requiresMore(before: unknown, after: unknown): boolean {
  const now = waysOf(after)
  return waysOf(before).some(
    (way) => !now.some((other) => other.every((demand) => way.some((each) => isSameDemand(each, demand)))),
  )
}

/** Whether two requirements are the same. A name that only one document needs to distinguish schemes is ignored. */
function isSameDemand(one: string, other: string): boolean {
  const withoutName = (demand: string) => demand.replace(/ \([^()]*\)/, '')
  if (one === other) return true
  return withoutName(one) === withoutName(other) && [one, other].some((each) => withoutName(each) === each)
}

function waysOf(ways: unknown): readonly (readonly string[])[] {
  return isArray(ways) ? ways.filter(isArray).map((way) => way.map(String)) : []
}
