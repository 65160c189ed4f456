import { isObject, type JsonObject, objectAt, objectsAt } from '../json.ts'

/**
 * Follows `$ref`s within a document until there is none. What stands beside a `$ref` counts as well (OpenAPI 3.1).
 *
 * @throws TypeError if a reference leads nowhere, out of the document, or in a circle.
 */
export function resolve(document: JsonObject, value: unknown, seen: readonly string[] = []): JsonObject {
  if (!isObject(value)) throw new TypeError('There is no object to resolve.')
  const { $ref, ...beside } = value
  if ($ref === undefined) return value
  if (typeof $ref !== 'string' || !$ref.startsWith('#/') || seen.includes($ref)) {
    throw new TypeError(`The reference ${String($ref)} cannot be followed.`)
  }
  const target = $ref
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), document)
  return { ...resolve(document, target, [...seen, $ref]), ...beside }
}

/** An operation of a document, with what its path item shares. */
export interface DocumentOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly JsonObject[]
  readonly requestBody: JsonObject | undefined
  readonly security: readonly JsonObject[]
  readonly statuses: readonly string[]
  /** The methods that its path answers to, in upper case. */
  readonly methods: readonly string[]
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Every operation of an OpenAPI document. */
export function operationsOf(document: JsonObject): readonly DocumentOperation[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, reference]) => {
    const item = resolve(document, reference)
    const present = methods.filter((method) => isObject(item[method]))
    return present.map((method): DocumentOperation => {
      const operation = objectAt(item, method)
      return {
        id: String(operation.operationId ?? `${method} ${path}`),
        method: method.toUpperCase(),
        path,
        parameters: [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')].map((parameter) =>
          resolve(document, parameter),
        ),
        requestBody: operation.requestBody === undefined ? undefined : resolve(document, operation.requestBody),
        security: operation.security === undefined ? objectsAt(document, 'security') : objectsAt(operation, 'security'),
        statuses: Object.keys(objectAt(operation, 'responses')),
        methods: present.map((each) => each.toUpperCase()),
      }
    })
  })
}
