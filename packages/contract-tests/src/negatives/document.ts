import { dereference, isObject, type JsonObject, objectAt, objectsAt } from '@partner-upgrades/spec-diff/document'

/** An operation of a document, with what its path item shares. */
export interface DocumentOperation {
  /** The `operationId`, or method and path. */
  readonly id: string
  /** In upper case. */
  readonly method: string
  /** The path template. */
  readonly path: string
  /** Those of the operation and of its path, resolved. */
  readonly parameters: readonly JsonObject[]
  /** Resolved; undefined if there is none. */
  readonly requestBody: JsonObject | undefined
  /** The security requirements, of which one has to be met. */
  readonly security: readonly JsonObject[]
  /** The documented statuses. */
  readonly statuses: readonly string[]
  /** The methods that its path answers to, in upper case. */
  readonly methods: readonly string[]
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Every operation of an OpenAPI document. */
export function operationsOf(document: JsonObject): readonly DocumentOperation[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, reference]) => {
    const item = dereference(document, reference)
    const present = methods.filter((method) => isObject(item[method]))
    return present.map((method): DocumentOperation => {
      const operation = objectAt(item, method)
      return {
        id: String(operation.operationId ?? `${method} ${path}`),
        method: method.toUpperCase(),
        path,
        parameters: [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')].map((parameter) =>
          dereference(document, parameter),
        ),
        requestBody: operation.requestBody === undefined ? undefined : dereference(document, operation.requestBody),
        security: operation.security === undefined ? objectsAt(document, 'security') : objectsAt(operation, 'security'),
        statuses: Object.keys(objectAt(operation, 'responses')),
        methods: present.map((each) => each.toUpperCase()),
      }
    })
  })
}
