import { dereference, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, toRequest } from './base-request.ts'
import { type NegativeRequest, negative } from './negative.ts'

/** Credentials that are not there, or are none. */
export function credentialNegatives(document: JsonObject, base: BaseRequest): readonly NegativeRequest[] {
  const { security } = base.operation
  if (security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0)) return []
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  return security.flatMap((requirement) =>
    Object.keys(requirement).flatMap((name) => {
      const scheme = dereference(document, schemes[name])
      if (scheme.type === 'apiKey') {
        const header = String(scheme.name)
        const without = toRequest(base, { headers: { Authorization: undefined, [header]: undefined } })
        return [negative(base, `without ${header}`, { in: 'credentials', name, keyword: 'missing' }, without, 401)]
      }
      const shown: readonly (readonly [string, string | undefined])[] = [
        ['missing', undefined],
        ['of another scheme', 'Basic dXNlcjpwYXNzd29yZA=='],
        ['without a token', 'Bearer '],
      ]
      return shown.map(([keyword, Authorization]) =>
        negative(
          base,
          `credentials ${keyword}`,
          { in: 'credentials', name, keyword },
          toRequest(base, { headers: { Authorization } }),
          401,
        ),
      )
    }),
  )
}
