import { dereference, isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { contentTypeOf, formOf, writeBody } from './body-text.ts'
import { breakable } from './candidates.ts'
import { type CredentialPart, credentialsOf } from './credentials.ts'
import type { DocumentOperation } from './document.ts'
import { evaluate, type Failure } from './evaluate.ts'
import { schemaOfParameter, type Written, writeParameter } from './parameter-text.ts'
import { sampleOf } from './sample.ts'

/** A request as text, as it goes over the wire. */
export interface PlainRequest {
  /** The HTTP method, in upper case. */
  readonly method: string
  /** The path and query, from the slash after the base URL. */
  readonly path: string
  /** The headers, by name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; absent if there is none. */
  readonly body?: string
}

/** Values for valid requests, which replace the document's own examples. */
export interface RequestValues {
  /** Values of parameters in path, query, header and cookie, by name. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Properties of the body, by name. */
  readonly body?: JsonObject
  /**
   * The token or key to send; for Basic, `user:password` or a password.
   * @default 'token'
   */
  readonly token?: string
}

/** The parts of a valid request, each of which can be broken. */
export interface BaseRequest {
  /** The operation that it calls. */
  readonly operation: DocumentOperation
  /** The parameters to send, each with its definition, name, location and a valid value. */
  readonly parameters: readonly {
    readonly definition: JsonObject
    readonly name: string
    readonly in: string
    readonly value: unknown
  }[]
  /** The media type of the body; undefined if there is none. */
  readonly mediaType: string | undefined
  /** The schema of the body; undefined if there is none. */
  readonly schema: unknown
  /** A valid body. */
  readonly body: unknown
  /** The credentials of the first alternative that a request can carry; empty if none are needed. */
  readonly credentials: readonly CredentialPart[]
}

/** No valid value of a parameter or body could be made from its schema. */
export class NoSampleError extends TypeError {
  override readonly name: string = 'NoSampleError'
  /** The constraint that no attempted value satisfied. */
  readonly failure: Failure

  constructor(message: string, failure: Failure) {
    super(message)
    this.failure = failure
  }
}

/**
 * Builds a valid request of an operation, with its parameters and a body with every property.
 *
 * @throws TypeError if the document's own examples do not satisfy its schemas.
 * @throws NoSampleError if there is no example, and no valid value could be made.
 */
export function baseRequestOf(document: JsonObject, operation: DocumentOperation, values: RequestValues): BaseRequest {
  const parameters = operation.parameters
    .filter(
      (definition) => values.parameters?.[String(definition.name)] !== undefined || !isOpaque(document, definition),
    )
    .map((definition) => parameterOf(document, operation, definition, values))
  const [mediaType, media] = chosenMedia(operation.requestBody)
  const schema = isObject(media) ? media.schema : undefined
  const example = exampleOf(document, media)
  if (example !== undefined) check(document, operation, schema, example, true)
  const body = media === undefined ? undefined : bodyOf(document, schema, example, values.body)
  if (media !== undefined) check(document, operation, schema, body, hasExamples(document, schema))
  const sent = operation.security.map((requirement) => credentialsOf(document, requirement, values.token))
  const credentials = sent.find((parts) => parts !== undefined) ?? []
  return { operation, parameters, mediaType, schema, body, credentials }
}

/** Whether a parameter is optional text for which nothing in the document shows a meaningful value, such as a token of the service. */
function isOpaque(document: JsonObject, definition: JsonObject): boolean {
  const { required, example, examples, schema } = definition
  // In JSON, a value of another type can be distinguished from text.
  if (schema === undefined) return false
  const rules = dereference(document, schema)
  const says = ['example', 'examples', 'default', 'const', ...breakable].some((keyword) => {
    return keyword !== 'type' && rules[keyword] !== undefined
  })
  return required !== true && example === undefined && examples === undefined && rules.type === 'string' && !says
}

/** The media type to send: JSON if it is declared, otherwise a form, otherwise text, otherwise the first. */
function chosenMedia(requestBody: JsonObject | undefined): readonly [string | undefined, unknown] {
  const declared = Object.entries(objectAt(requestBody, 'content'))
  const byForm = (['json', 'form', 'text'] as const).map((form) => declared.find(([name]) => formOf(name) === form))
  const [mediaType, media] = byForm.find((each) => each !== undefined) ?? declared[0] ?? []
  return [mediaType, media]
}

function parameterOf(
  document: JsonObject,
  operation: DocumentOperation,
  definition: JsonObject,
  values: RequestValues,
): BaseRequest['parameters'][number] {
  const name = String(definition.name)
  const told = { definition, name, in: String(definition.in) }
  const given = values.parameters?.[name]
  if (given !== undefined) return { ...told, value: given }
  const [first] = Object.values(objectAt(definition, 'examples')).map((each) => dereference(document, each).value)
  const example = definition.example ?? first
  const schema = schemaOfParameter(definition)
  const value = example ?? sampleOf(document, schema)
  check(document, operation, schema, value, example !== undefined)
  return { ...told, value }
}

function check(
  document: JsonObject,
  { id }: DocumentOperation,
  schema: unknown,
  value: unknown,
  isExample: boolean,
): void {
  const [failure] = evaluate(document, schema, value)
  if (failure === undefined) return
  const place = failure.pointer || 'its root'
  if (isExample) throw new TypeError(`The example of ${id} breaks ${failure.keyword} at ${place}.`)
  throw new NoSampleError(
    `No value for ${id} was found that keeps ${failure.keyword} at ${place}: give an example.`,
    failure,
  )
}

function hasExamples(document: JsonObject, schema: unknown): boolean {
  const { example, examples } = dereference(document, schema)
  return example !== undefined || examples !== undefined
}

/** The example of a body next to its schema. */
function exampleOf(document: JsonObject, media: unknown): unknown {
  const [named] = Object.values(objectAt(media, 'examples')).map((each) => dereference(document, each).value)
  return isObject(media) ? (media.example ?? named) : undefined
}

function bodyOf(document: JsonObject, schema: unknown, example: unknown, values: JsonObject | undefined): unknown {
  const sample = sampleOf(document, schema)
  const all = sampleOf(document, { ...dereference(document, schema), examples: undefined, example: undefined })
  if (!isObject(sample) || !isObject(all)) return example ?? sample
  if (example !== undefined && !isObject(example)) return example
  // Includes every property, if they are valid together.
  const candidates = [merged(merged(all, sample), example), merged(sample, example), merged(example, {})]
  const whole = candidates.map((each) => ({ ...each, ...values }))
  return whole.find((each) => evaluate(document, schema, each).length === 0) ?? whole[0]
}

/** Merges the second value into the first, at all depths. */
function merged(below: unknown, above: unknown): JsonObject {
  const entries = Object.entries(isObject(above) ? above : {}).map(([name, value]) => {
    const other = isObject(below) ? below[name] : undefined
    return [name, isObject(value) && isObject(other) ? merged(other, value) : value]
  })
  return { ...(isObject(below) ? below : {}), ...Object.fromEntries(entries) }
}

/** Builds a request; the parts given here replace the valid ones. */
export function toRequest(
  base: BaseRequest,
  change: {
    readonly method?: string
    readonly parameter?: { readonly name: string; readonly in: string; readonly written: Written }
    readonly credentials?: readonly CredentialPart[]
    readonly headers?: Readonly<Record<string, string | undefined>>
    readonly body?: string | undefined
    /** The path and query, from the slash after the base URL; by default those of the operation. */
    readonly path?: string
  } = {},
): PlainRequest {
  const query: string[] = []
  const cookies: string[] = []
  const headers: Record<string, string | undefined> = {
    Accept: acceptOf(base.operation),
    ...(base.mediaType !== undefined && { 'Content-Type': contentTypeOf(base.mediaType) }),
  }
  let path = base.operation.path
  for (const { definition, name, in: place, value } of base.parameters) {
    const isChanged = change.parameter?.name === name && change.parameter.in === place
    const written = isChanged ? change.parameter.written : writeParameter(definition, value)
    const [[, text] = []] = written
    const pairs = written.map(([key, each]) => `${encodeURIComponent(key)}=${each}`)
    if (place === 'path') path = path.replace(`{${name}}`, () => text ?? '')
    else if (place === 'header') headers[name] = text
    else if (place === 'query') query.push(...pairs)
    else cookies.push(...pairs)
  }
  for (const { in: place, name, value } of change.credentials ?? base.credentials) {
    if (place === 'header') headers[name] = value
    else (place === 'query' ? query : cookies).push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  }
  if (cookies.length > 0) headers.Cookie = cookies.join('; ')
  Object.assign(headers, change.headers)
  const body = 'body' in change ? change.body : validBody(base)
  return {
    method: change.method ?? base.operation.method,
    path: change.path ?? (query.length === 0 ? path : `${path}?${query.join('&')}`),
    headers: Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    ...(body !== undefined && { body }),
  }
}

/** The valid body as it is sent. */
export function validBody({ mediaType, body }: BaseRequest): string | undefined {
  return mediaType === undefined || body === undefined ? undefined : writeBody(mediaType, body)
}

/** Accepts JSON, unless the operation responds only with other media types. */
function acceptOf({ answers }: DocumentOperation): string {
  if (answers.length === 0 || answers.some((each) => formOf(each) === 'json')) return 'application/json'
  return [...new Set(answers)].join(', ')
}
