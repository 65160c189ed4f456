import { isArray, isObject, type JsonObject, objectAt } from './json.ts'
import { dereference } from './reference.ts'

/**
 * The ways in which callers may prove who they are; each lists all that it demands, in words that do not depend on what the document calls
 * it. No demand at all is a way, too.
 */
export function normalizeSecurity(document: JsonObject, security: unknown): readonly (readonly string[])[] {
  const ways = isArray(security) ? security.filter(isObject) : []
  if (ways.length === 0) return [[]]
  return ways.map((way) => Object.entries(way).flatMap(([name, scopes]) => demandsOf(document, name, scopes)))
}

function demandsOf(document: JsonObject, name: string, scopes: unknown): readonly string[] {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  const scheme = dereference(document, schemes[name])
  const words = describeScheme(scheme) || name
  return [words, ...(isArray(scopes) ? scopes.map((scope) => `${words} with scope ${String(scope)}`) : [])]
}

function describeScheme(scheme: JsonObject): string {
  const { type, scheme: kind, in: place, name, openIdConnectUrl, flows } = scheme
  const urls = Object.entries(isObject(flows) ? flows : {}).flatMap(([flow, about]) => {
    const { authorizationUrl, tokenUrl } = isObject(about) ? about : {}
    return [flow, authorizationUrl, tokenUrl]
  })
  const words = [type, typeof kind === 'string' ? kind.toLowerCase() : kind, place, name, openIdConnectUrl, ...urls]
  return words.filter((word) => word !== undefined).join(' ')
}

/** Whether a caller that did all that was asked may now be refused. */
export function requiresMore(before: unknown, after: unknown): boolean {
  const now = waysOf(after)
  return waysOf(before).some((way) => !now.some((other) => other.every((demand) => way.includes(demand))))
}

function waysOf(ways: unknown): readonly (readonly unknown[])[] {
  return isArray(ways) ? ways.filter(isArray) : []
}
