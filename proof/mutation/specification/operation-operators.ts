import { isList, isObject, type Json, type JsonObject } from '../../properties/document.ts'
import { mutateResponse } from './message-operators.ts'
import { type Change, renamed, withMember, without } from './mutation.ts'

/** Mutates the file of an operation. */
export function* mutateOperation(item: JsonObject): Generator<Change> {
  const [[method, operation] = ['', null]] = Object.entries(item)
  if (!isObject(operation)) return
  const put = (changed: JsonObject) => withMember(item, method, changed)
  yield { operator: 'operation: change the method', where: method, value: renamed(item, method, 'put') }
  const otherId = withMember(operation, 'operationId', `${operation.operationId}Renamed`)
  yield { operator: 'operation: rename', where: String(operation.operationId), value: put(otherId) }
  yield { operator: 'operation: let anybody in', where: method, value: put(withMember(operation, 'security', [])) }
  yield* mutateParameters(operation, put)
  yield* mutateRequestBody(operation, put)
  const responses = isObject(operation.responses) ? operation.responses : {}
  for (const [status, response] of Object.entries(responses)) {
    const putResponses = (changed: JsonObject) => put(withMember(operation, 'responses', changed))
    yield { operator: 'operation: drop a status', where: status, value: putResponses(without(responses, status)) }
    const other = String(Number(status) + 20)
    const moved = putResponses(renamed(responses, status, other))
    yield { operator: 'operation: change a status', where: `${status} to ${other}`, value: moved }
    if (isObject(response) && response.$ref === undefined) {
      yield* mutateResponse(response, status, (changed) => putResponses(withMember(responses, status, changed)))
    }
  }
}

function* mutateParameters(operation: JsonObject, put: (changed: JsonObject) => Json): Generator<Change> {
  const parameters = isList(operation.parameters) ? operation.parameters : []
  for (const [index, parameter] of parameters.entries()) {
    const where = isObject(parameter) ? String(parameter.$ref ?? parameter.name).replace(/^.*\//, '') : String(index)
    const rest = parameters.filter((_, at) => at !== index)
    const value = put(withMember(operation, 'parameters', rest))
    yield { operator: 'operation: drop a parameter', where, value }
  }
}

function* mutateRequestBody(operation: JsonObject, put: (changed: JsonObject) => Json): Generator<Change> {
  const { requestBody } = operation
  if (!isObject(requestBody)) return
  const where = 'the request body'
  const putBody = (changed: JsonObject) => put(withMember(operation, 'requestBody', changed))
  yield {
    operator: 'operation: loosen, no body needed',
    where,
    value: putBody(withMember(requestBody, 'required', false)),
  }
  yield { operator: 'operation: drop the body', where, value: put(without(operation, 'requestBody')) }
  const content = isObject(requestBody.content) ? requestBody.content : {}
  for (const mediaType of Object.keys(content)) {
    const moved = renamed(content, mediaType, 'text/json')
    const value = putBody(withMember(requestBody, 'content', moved))
    yield { operator: 'operation: change the media type of the request', where: mediaType, value }
  }
}

/** Mutates the root document. */
export function* mutateDocument(document: JsonObject): Generator<Change> {
  const paths = isObject(document.paths) ? document.paths : {}
  for (const path of Object.keys(paths)) {
    const put = (changed: JsonObject) => withMember(document, 'paths', changed)
    yield { operator: 'document: drop a path', where: path, value: put(without(paths, path)) }
    const segments = path.split('/')
    for (const [index, segment] of segments.entries()) {
      if (segment === '' || segment.startsWith('{')) continue
      const other = segments.map((text, at) => (at === index ? `${text}s` : text)).join('/')
      yield { operator: 'document: misspell a path', where: other, value: put(renamed(paths, path, other)) }
    }
  }
  const servers = isList(document.servers) ? document.servers : []
  for (const [index, server] of servers.entries()) {
    const where = isObject(server) ? String(server.url) : String(index)
    const rest = servers.filter((_, at) => at !== index)
    yield { operator: 'document: drop a server', where, value: withMember(document, 'servers', rest) }
    const moved = servers.map((entry, at) =>
      at === index && isObject(entry) ? { ...entry, url: `${entry.url}/api` } : entry,
    )
    yield { operator: 'document: move a server', where, value: withMember(document, 'servers', moved) }
  }
  yield { operator: 'document: let anybody in', where: 'security', value: without(document, 'security') }
  const faults = isObject(document['x-faults']) ? document['x-faults'] : {}
  for (const code of Object.keys(faults)) {
    const value = withMember(document, 'x-faults', without(faults, code))
    yield { operator: 'document: drop a fault', where: code, value }
  }
}
