import { dereference, isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import type { DocumentOperation } from './document.ts'
import { evaluate } from './evaluate.ts'
import { sampleOf } from './sample.ts'

/** A request as text: what goes over the wire. */
export interface PlainRequest {
  /** In upper case. */
  readonly method: string
  /** From the slash after the base URL on. */
  readonly path: string
  /** By name. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or what stands in its place. */
  readonly body?: string
}

/** What valid requests are made of, in the place of the document's own examples. */
export interface RequestValues {
  /** By name, for parameters in path, query and header. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Properties of the body, by name. */
  readonly body?: JsonObject
  /**
   * The token to send.
   * @default 'token'
   */
  readonly token?: string
}

/** The parts of a valid request, each of which can be broken. */
export interface BaseRequest {
  /** The operation that it calls. */
  readonly operation: DocumentOperation
  /** By place, then by name; each parameter the operation has. */
  readonly parameters: readonly {
    readonly definition: JsonObject
    readonly name: string
    readonly in: string
    readonly value: unknown
  }[]
  /** Of the body; undefined if there is none. */
  readonly mediaType: string | undefined
  /** Of the body; undefined if there is none. */
  readonly schema: unknown
  /** A valid body. */
  readonly body: unknown
  /** The header that lets a caller in; none where anybody may call. */
  readonly credential: readonly [name: string, value: string] | undefined
}

/**
 * A valid request of an operation: every parameter, and a body with every property.
 *
 * @throws TypeError if the document's own examples do not satisfy its schemas.
 */
export function baseRequestOf(document: JsonObject, operation: DocumentOperation, values: RequestValues): BaseRequest {
  const parameters = operation.parameters.map((definition) => {
    const name = String(definition.name)
    const value = values.parameters?.[name] ?? definition.example ?? sampleOf(document, definition.schema)
    return { definition, name, in: String(definition.in), value }
  })
  const [mediaType, media] = Object.entries(objectAt(operation.requestBody, 'content'))[0] ?? []
  const schema = isObject(media) ? media.schema : undefined
  const body = media === undefined ? undefined : bodyOf(document, media, values.body)
  const [failure] = evaluate(document, schema, body)
  if (failure !== undefined) {
    throw new TypeError(`The example of ${operation.id} breaks ${failure.keyword} at ${failure.pointer || 'its root'}.`)
  }
  return { operation, parameters, mediaType, schema, body, credential: credentialOf(document, operation, values.token) }
}

function credentialOf(
  document: JsonObject,
  { security }: DocumentOperation,
  token = 'token',
): readonly [name: string, value: string] | undefined {
  const [name] = Object.keys(security[0] ?? {})
  if (name === undefined) return undefined
  const scheme = dereference(document, objectAt(objectAt(document, 'components'), 'securitySchemes')[name])
  return scheme.type === 'apiKey' && scheme.in === 'header'
    ? [String(scheme.name), token]
    : ['Authorization', `Bearer ${token}`]
}

function bodyOf(document: JsonObject, media: unknown, values: JsonObject | undefined): unknown {
  const schema = objectAt(media, 'schema')
  const sample = sampleOf(document, schema)
  const all = sampleOf(document, { ...dereference(document, schema), examples: undefined })
  const [example] = Object.values(objectAt(media, 'examples')).map((each) => dereference(document, each).value)
  if (!isObject(sample) || !isObject(all)) return example ?? sample
  return { ...merged(merged(all, sample), example), ...values }
}

/** The second value over the first, through all depths. */
function merged(below: unknown, above: unknown): JsonObject {
  const entries = Object.entries(isObject(above) ? above : {}).map(([name, value]) => {
    const other = isObject(below) ? below[name] : undefined
    return [name, isObject(value) && isObject(other) ? merged(other, value) : value]
  })
  return { ...(isObject(below) ? below : {}), ...Object.fromEntries(entries) }
}

/** Puts a request together; parts given here stand in the place of the valid ones. */
export function toRequest(
  base: BaseRequest,
  change: {
    readonly method?: string
    readonly parameter?: { readonly name: string; readonly text: string | undefined }
    readonly headers?: Readonly<Record<string, string | undefined>>
    readonly body?: string | undefined
  } = {},
): PlainRequest {
  const text = ({ name, value }: { readonly name: string; readonly value: unknown }) =>
    change.parameter?.name === name ? change.parameter.text : String(value)
  const query = new URLSearchParams()
  const headers: Record<string, string | undefined> = {
    ...(base.credential && Object.fromEntries([base.credential])),
    Accept: 'application/json',
    ...(base.mediaType !== undefined && { 'Content-Type': base.mediaType }),
  }
  let path = base.operation.path
  for (const parameter of base.parameters) {
    const value = text(parameter)
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value ?? ''))
    else if (parameter.in === 'header') headers[parameter.name] = value
    else if (parameter.in === 'query' && value !== undefined) query.set(parameter.name, value)
  }
  Object.assign(headers, change.headers)
  const body = 'body' in change ? change.body : base.body === undefined ? undefined : JSON.stringify(base.body)
  return {
    method: change.method ?? base.operation.method,
    path: query.size === 0 ? path : `${path}?${query}`,
    headers: Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    ...(body !== undefined && { body }),
  }
}
