import { basename } from 'node:path'
import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  textAt,
  textOrEmptyAt,
} from '../grammar/json.ts'
import { verbatimJson } from '../load/verbatim-json.ts'
import { isJsonMediaType } from '../runtime/media-types.ts'
import type { Exchange, ExchangeMessage } from '../runtime/model.ts'
import { checkEvidence, readEvidence } from './evidence.ts'
import { responseKey } from './faults.ts'
import type { ReadOperation } from './operation-object.ts'
import { contradiction, type Reader } from './reader.ts'

/** A bundled file of `exchanges/`. */
export interface ExchangeFile {
  readonly path: string
  readonly content: JsonObject
}

/** Reads the documented exchanges, and checks each against its operation. */
export function readExchanges(
  files: readonly ExchangeFile[],
  operations: ReadonlyMap<string, ReadOperation>,
  reader: Reader,
): readonly Exchange[] {
  for (const { content } of files) checkEvidence(content, reader)
  return files.flatMap(({ path, content }) => readExchange(basename(path, '.yaml'), content, operations, reader) ?? [])
}

function readExchange(
  name: string,
  content: JsonObject,
  operations: ReadonlyMap<string, ReadOperation>,
  reader: Reader,
): Exchange | undefined {
  const evidence = readEvidence(content['x-evidence'])
  const operation = operations.get(textOrEmptyAt(content, 'operation'))
  if (reader.bundle.leftOut.has(textOrEmptyAt(content, 'operation'))) return undefined
  const request = objectAt(content, 'request')
  const response = objectAt(content, 'response')
  if (!operation) {
    const known = [...operations.keys()].join(', ')
    reader.complain(content, 'operation', `names an operation that does not exist; use one of ${known}`)
    return undefined
  }
  const { status } = response
  const { plan, source } = operation
  const key = typeof status === 'number' ? responseKey(plan.responses, status) : undefined
  if (typeof status !== 'number' || key === undefined) {
    reader.complain(response, 'status', `is not a status that ${plan.id} declares; add the response or correct it`)
    return undefined
  }
  const method = textOrEmptyAt(request, 'method').toUpperCase()
  if (method !== plan.method) reader.complain(request, 'method', `is not the method of ${plan.id}, ${plan.method}`)
  const url = textOrEmptyAt(request, 'url')
  if (!matches(url, plan.path)) reader.complain(request, 'url', `does not match ${plan.path}, the path of ${plan.id}`)
  else checkUrl(request, operation, reader)
  checkBody(objectAt(request, 'body'), reader.follow(source.requestBody), reader)
  checkBody(objectAt(response, 'body'), reader.follow(objectAt(source, 'responses')[key]), reader)
  if (!evidence) return undefined
  return {
    name,
    operation: plan.id,
    summary: textOrEmptyAt(content, 'summary'),
    evidence,
    request: { method, url, ...readMessage(request, reader) },
    response: { status, ...readMessage(response, reader) },
  }
}

/** Whether a printed URL matches a path template: printed paths may differ in case, and follow the path of a server. */
function matches(url: string, path: string): boolean {
  const [before = ''] = url.split(/[?#]/)
  const [start, ...given] = before.replace(/^https?:\/\/[^/]+/i, '').split('/')
  const wanted = path.split('/').slice(1)
  const extra = given.length - wanted.length
  return (
    start === '' &&
    extra >= 0 &&
    given.every((segment, index) => (index < extra ? segment !== '' : fits(segment, wanted[index - extra] ?? '')))
  )
}

/** Whether a segment matches a template, with at least one character for each parameter. */
function fits(segment: string, template: string): boolean {
  const [first = '', ...others] = template.toLowerCase().split(/\{[^{}]*\}/)
  const last = others.pop()
  const text = segment.toLowerCase()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const literal of others) {
    const next = text.indexOf(literal, at + 1)
    if (next === -1) return false
    at = next + literal.length
  }
  return text.length - last.length > at
}

/** Checks the parameters of a printed path against their schemas, which placeholders do not match. */
function checkUrl(request: JsonObject, { plan, source }: ReadOperation, reader: Reader): void {
  const [path = ''] = textOrEmptyAt(request, 'url').split(/[?#]/)
  const wanted = plan.path.split('/').slice(1)
  const given = path.split('/').slice(-wanted.length)
  const strange = wanted.flatMap((segment, index) => {
    const name = segment.startsWith('{') && segment.endsWith('}') ? segment.slice(1, -1) : undefined
    const parameter = listAt(source, 'parameters')
      .map((entry) => reader.follow(entry))
      .find((each) => each.in === 'path' && each.name === name)
    const schema = parameter?.schema
    return schema && reader.validators.check(schema, given[index] ?? '').length > 0 ? [`{${name}}`] : []
  })
  const malformed = request.malformed !== undefined
  if (malformed && strange.length === 0) {
    reader.complain(request, 'malformed', 'is given for a request whose path matches its operation; remove it')
  }
  if (!malformed && strange.length > 0) {
    const what = `does not match ${strange.join(', ')} of ${plan.id}`
    reader.complain(request, 'url', `${what}; correct it, or explain the mistake of the page in \`malformed\``)
  }
}

function readMessage(message: JsonObject, reader: Reader): ExchangeMessage {
  const omitted = isArray(message.omitted) ? message.omitted.filter(isObject) : []
  checkOmitted(message, omitted, reader)
  const malformed = textAt(message, 'malformed') ?? textAt(objectAt(message, 'body'), 'malformed')
  return {
    ...(malformed === undefined ? {} : { malformed }),
    headers: Object.entries(objectAt(message, 'headers')).map(([name, value]) => [name, String(value)] as const),
    omitted: omitted.map((header) => ({
      name: textOrEmptyAt(header, 'name'),
      value: textOrEmptyAt(header, 'value'),
      reason: textOrEmptyAt(header, 'reason'),
    })),
    body: readBody(objectAt(message, 'body'), reader),
  }
}

/** Checks that each printed header is either sent, or omitted for a reason. */
function checkOmitted(message: JsonObject, omitted: readonly JsonObject[], reader: Reader): void {
  const sent = new Set(Object.keys(objectAt(message, 'headers')).map((name) => name.toLowerCase()))
  for (const header of omitted) {
    const name = textOrEmptyAt(header, 'name')
    if (sent.has(name.toLowerCase())) {
      reader.complain(message, 'omitted', `${name} is listed among the headers, too; remove one`)
    }
    if (textAt(header, 'reason')?.trim() === '') {
      reader.complain(message, 'omitted', `${name} is left out without a reason; give one`)
    }
  }
}

function readBody(body: JsonObject, reader: Reader): string {
  const text = textAt(body, 'text')
  if (text !== undefined || body.value === undefined) return text ?? ''
  const verbatim = verbatimJson(reader.bundle.origin(body, 'value'), body.value)
  if (verbatim === undefined) {
    reader.complain(body, 'value', 'is not written as JSON; write it as it was printed, or as `text` with `malformed`')
  }
  return verbatim ?? ''
}

/** Checks a body against its `owner`: a request body or a response. */
function checkBody(body: JsonObject, owner: JsonObject, reader: Reader): void {
  const content = Object.entries(objectAt(owner, 'content'))
  const described = content.find(([mediaType]) => isJsonMediaType(mediaType)) ?? content[0]
  const mediaType = described?.[1]
  const schema = isObject(mediaType) ? mediaType.schema : undefined
  if (body.value !== undefined && content.length === 0) {
    reader.complain(body, 'value', 'is a body where the operation describes none; describe it or remove it')
  }
  if (body.text !== undefined && body.malformed === undefined && described && isJsonMediaType(described[0])) {
    reader.complain(body, 'text', 'is not marked as malformed; say why in `malformed`, or write the body as `value`')
  }
  if (schema === undefined) return
  if (body.malformed !== undefined) {
    const value = body.value ?? parse(textOrEmptyAt(body, 'text'))
    if (value === undefined || reader.validators.check(schema, value).length > 0) return
    reader.complain(body, 'malformed', 'is given for a body that matches its schema; remove it')
    return
  }
  const problems = body.value === undefined ? [] : reader.validators.check(schema, body.value)
  if (problems.length === 0) return
  reader.complain(body, 'value', `the body ${contradiction(problems)}; correct the body or the schema`)
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
