import { dereference, isObject, type JsonObject, objectAt, objectsAt } from '@partner-upgrades/spec-diff/document'

/** An operation of a document, including what its path item declares. */
export interface DocumentOperation {
  /** The `operationId`, or method and path. */
  readonly id: string
  /** The HTTP method, in upper case. */
  readonly method: string
  /** The path template. */
  readonly path: string
  /** The parameters of the operation and of its path, with references resolved. */
  readonly parameters: readonly JsonObject[]
  /** The request body, with its reference resolved; undefined if there is none. */
  readonly requestBody: JsonObject | undefined
  /** The security requirements, one of which must be met. */
  readonly security: readonly JsonObject[]
  /** The documented statuses. */
  readonly statuses: readonly string[]
  /** The media types of the documented successes, including ranges such as `text/*`. */
  readonly answers: readonly string[]
  /** The methods that its path supports, in upper case. */
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
        parameters: parametersOf(document, [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')]),
        requestBody: operation.requestBody === undefined ? undefined : dereference(document, operation.requestBody),
        security: operation.security === undefined ? objectsAt(document, 'security') : objectsAt(operation, 'security'),
        statuses: Object.keys(objectAt(operation, 'responses')),
        answers: successesOf(objectAt(operation, 'responses')).flatMap((response) =>
          Object.keys(objectAt(dereference(document, response), 'content')),
        ),
        methods: present.map((each) => each.toUpperCase()),
      }
    })
  })
}

/** The success responses; if none is declared, `default` describes them. */
function successesOf(responses: JsonObject): readonly unknown[] {
  const named = Object.keys(responses).filter((status) => status.startsWith('2'))
  return named.length > 0 ? named.map((status) => responses[status]) : [responses.default]
}

/** Header parameters that OpenAPI ignores, because other parts of the document define them. */
const ignored: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/** Lists each parameter once: that of an operation overrides that of its path. */
function parametersOf(document: JsonObject, references: readonly JsonObject[]): readonly JsonObject[] {
  const byKey = new Map<string, JsonObject>()
  for (const reference of references) {
    const parameter = dereference(document, reference)
    const name = String(parameter.name)
    const isHeader = parameter.in === 'header'
    if (isHeader && ignored.has(name.toLowerCase())) continue
    byKey.set(`${String(parameter.in)} ${isHeader ? name.toLowerCase() : name}`, parameter)
  }
  return [...byKey.values()]
}
