import { isObject, type Json, type JsonObject, listAt, objectAt, textAt, textOrEmptyAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import { operationKey } from '../load/operation-key.ts'
import type { Evidence, Operation, ResponseContract } from '../runtime/model.ts'
import { readEvidence } from './evidence.ts'
import { readContent } from './media-type-object.ts'
import { readHeader, readParameters } from './parameter-object.ts'
import type { Printable } from './printable.ts'
import type { Reader } from './reader.ts'
import { readSecurity } from './security-requirement-object.ts'
import { readServers } from './server-object.ts'

/** An operation of the contract, and its source in the document. */
export interface ReadOperation {
  readonly plan: Printable<Operation>
  readonly source: JsonObject
}

/** Reads all operations, by ID, in the order of the document. */
export function readOperations(reader: Reader): ReadonlyMap<string, ReadOperation> {
  const found = new Map<string, ReadOperation>()
  for (const [path, entry] of Object.entries(objectAt(reader.bundle.document, 'paths'))) {
    if (path.startsWith('x-')) continue
    const pathItem = reader.follow(entry)
    for (const method of methods) {
      const source = pathItem[method]
      if (!isObject(source)) continue
      const id = operationKey(source, method, path)
      if (!textAt(source, 'operationId')) {
        const what = `${method.toUpperCase()} ${path} has no operationId`
        reader.repairs.instead('named', reader.bundle.origin(source), what, 'give it one of its own')
        if (!reader.repairs.allowed) continue
      }
      const twin = found.get(id)
      if (twin) {
        const { method: other, path: elsewhere } = twin.plan
        reader.complain(source, 'operationId', `\`${id}\` is also the operationId of ${other} ${elsewhere}; rename one`)
        continue
      }
      found.set(id, { plan: readOperation({ id, method, path, pathItem, source, reader }), source })
    }
  }
  return found
}

interface Found {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly pathItem: JsonObject
  readonly source: JsonObject
  readonly reader: Reader
}

function readOperation({ id, method, path, pathItem, source, reader }: Found): Printable<Operation> {
  const evidence =
    readEvidence(source['x-evidence']) ??
    readEvidence(pathItem['x-evidence']) ??
    readEvidence(reader.bundle.document['x-evidence'])
  const servers = readServers(listAt(source, 'servers').length > 0 ? source : pathItem, reader)
  const body = reader.follow(source.requestBody)
  return {
    id,
    method: method.toUpperCase(),
    path,
    ...(servers.length > 0 ? { servers } : {}),
    summary: textAt(source, 'summary') ?? textOrEmptyAt(pathItem, 'summary'),
    ...(evidence ? { evidence } : {}),
    parameters: readParameters(pathItem, source, id, reader),
    ...(source.requestBody === undefined
      ? {}
      : {
          requestBody: {
            required: body.required === true,
            content: readContent(body, [id, 'request'], reader, 'request'),
          },
        }),
    responses: readResponses(id, source, evidence, reader),
    security: readSecurity(source, reader),
    faults: [],
  }
}

function readResponses(
  id: string,
  operation: JsonObject,
  inherited: Evidence | undefined,
  reader: Reader,
): Readonly<Record<string, Printable<ResponseContract>>> {
  const responses = objectAt(operation, 'responses')
  const entries = Object.entries(responses).filter(([status]) => !status.startsWith('x-'))
  for (const [status] of entries) {
    if (/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) continue
    reader.complain(responses, status, 'is not a status; use one such as 200, a range such as 4XX, or default')
  }
  return Object.fromEntries(
    entries.flatMap(([status, entry]) => {
      const source = reader.follow(entry)
      const evidence = readEvidence(source['x-evidence']) ?? inherited
      const described = withOverrides(entry, source)
      const bare = isWithoutBody(status)
      if (bare && Object.keys(objectAt(described, 'content')).length > 0) {
        reader.repairs.note(
          'omitted',
          reader.bundle.origin(source, 'content'),
          `a response ${status} has no body in HTTP; its content is left out`,
        )
      }
      const read = (words: readonly string[]): Printable<ResponseContract> =>
        readResponse(bare ? { ...described, content: {} } : described, words, evidence, reader)
      const variant = `${JSON.stringify(evidence)} ${bare}`
      const response = reader.components.responses.once(entry, variant, [id, status], read)
      return response ? [[status, response] as const] : []
    }),
  )
}

/** Whether responses with a status never have a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
function isWithoutBody(status: string): boolean {
  return /^(1..|204|205|304)$/.test(status)
}

/** Applies a description beside a `$ref`, which replaces that of the response. */
function withOverrides(entry: Json, source: JsonObject): JsonObject {
  const description = isObject(entry) ? textAt(entry, 'description') : undefined
  return description === undefined ? source : { ...source, description }
}

function readResponse(
  response: JsonObject,
  words: readonly string[],
  evidence: Evidence | undefined,
  reader: Reader,
): Printable<ResponseContract> {
  const headers = Object.entries(objectAt(response, 'headers'))
  return {
    description: textOrEmptyAt(response, 'description'),
    headers: headers.flatMap(([name, header]) => readHeader(name, header, words, reader) ?? []),
    content: readContent(response, words, reader, 'response'),
    ...(evidence ? { evidence } : {}),
  }
}
