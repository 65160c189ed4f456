import { isObject, type JsonObject, listAt, objectAt, textAt, textOrEmptyAt } from '../grammar/json.ts'
import type { SecurityRequirement, SecurityScheme } from '../runtime/model.ts'
import type { Reader } from './reader.ts'

/** Reads the security alternatives of an operation, or of the document if the operation declares none. */
export function readSecurity(operation: JsonObject, reader: Reader): readonly SecurityRequirement[] {
  const owner = operation.security === undefined ? reader.bundle.document : operation
  const schemes = objectAt(objectAt(reader.bundle.document, 'components'), 'securitySchemes')
  return listAt(owner, 'security').map((requirement) => {
    if (!isObject(requirement)) return []
    return Object.keys(requirement).flatMap((name) => {
      if (schemes[name] === undefined) {
        reader.complain(requirement, name, `names no security scheme; define \`${name}\` in components/securitySchemes`)
        return []
      }
      return readScheme(name, reader.follow(schemes[name]), reader) ?? []
    })
  })
}

function readScheme(name: string, scheme: JsonObject, reader: Reader): SecurityScheme | undefined {
  const { type } = scheme
  if (type === 'oauth2' || type === 'openIdConnect') return { name, type }
  if (type === 'http') return { name, type, scheme: textOrEmptyAt(scheme, 'scheme').toLowerCase() }
  const parameterName = textAt(scheme, 'name')
  const place = scheme.in
  if (type === 'apiKey' && parameterName && (place === 'header' || place === 'query' || place === 'cookie')) {
    return { name, type, in: place, parameterName }
  }
  reader.complain(scheme, 'type', 'is not supported; use http, apiKey (with `in` and `name`), oauth2 or openIdConnect')
  return undefined
}
