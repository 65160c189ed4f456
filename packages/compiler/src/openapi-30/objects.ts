import { isArray, isObject, isText, type JsonObject, listAt, objectAt, textAt } from '../grammar/json.ts'

/** Finds what an object of OpenAPI 3.1 has that 3.0 cannot express: key and message of each. */
type Lacking = (
  value: JsonObject,
  document: JsonObject,
) => readonly (readonly [key: string | undefined, message: string])[]

/** The checks by the name of the object in the specification. */
export const lackingIn: Readonly<Record<string, Lacking>> = {
  'OpenAPI document': (document) => [
    ...(Object.keys(objectAt(document, 'webhooks')).length > 0
      ? [['webhooks', 'do not exist in OpenAPI 3.0; describe them as callbacks, or elsewhere'] as const]
      : []),
    ...lackingInSecurity(document, document),
  ],
  Operation: (operation, document) => [
    ...(Object.keys(objectAt(operation, 'responses')).length === 0
      ? [[undefined, 'has no responses; OpenAPI 3.0 requires one'] as const]
      : []),
    ...lackingInSecurity(operation, document),
  ],
  'Path Item': (pathItem) =>
    ['get', 'head', 'delete'].flatMap((method) =>
      objectAt(pathItem, method).requestBody === undefined
        ? []
        : [[method, 'has a request body, which OpenAPI 3.0 ignores for this method; send it elsewhere'] as const],
    ),
  'Security Scheme': ({ type }) =>
    type === 'mutualTLS' ? [['type', 'does not exist in OpenAPI 3.0; use another type, or describe it']] : [],
}

function lackingInSecurity(owner: JsonObject, document: JsonObject): readonly (readonly [string, string])[] {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  const hasRoles = listAt(owner, 'security').some((requirement) =>
    Object.entries(isObject(requirement) ? requirement : {}).some(([name, roles]) => {
      const type = textAt(objectAt(schemes, name), 'type')
      return isArray(roles) && roles.length > 0 && type !== 'oauth2' && type !== 'openIdConnect'
    }),
  )
  const message = 'names roles, which OpenAPI 3.0 allows for OAuth 2 and OpenID Connect only; describe them'
  return hasRoles ? [['security', message]] : []
}

/** Converts objects that differ in 3.0, by their names in the specification. */
export const rewrittenObjects: Readonly<Record<string, (value: JsonObject) => JsonObject>> = {
  'OpenAPI document': ({ openapi: _, jsonSchemaDialect: __, webhooks: ___, ...rest }) => ({
    openapi: '3.0.3',
    ...rest,
    paths: objectAt(rest, 'paths'),
  }),
  Info: ({ summary, description, license, ...rest }) => {
    const text = [summary, description].filter(isText).join('\n\n')
    return {
      ...rest,
      ...(text === '' ? {} : { description: text }),
      ...(isObject(license) ? { license: toOldLicense(license) } : {}),
    }
  },
  // All other components are inlined where they are used.
  Components: ({ schemas, securitySchemes, ...rest }) => ({
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => key.startsWith('x-'))),
    ...(schemas === undefined ? {} : { schemas }),
    ...(securitySchemes === undefined ? {} : { securitySchemes }),
  }),
}

function toOldLicense({ identifier, ...license }: JsonObject): JsonObject {
  return isText(identifier) && license.url === undefined
    ? { ...license, url: `https://spdx.org/licenses/${identifier}.html` }
    : license
}
