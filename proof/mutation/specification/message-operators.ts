import { isObject, type Json, type JsonObject } from '../../properties/document.ts'
import { type Change, renamed, withMember, without } from './mutation.ts'
import { mutateConstraints } from './schema-operators.ts'

/** Mutates the file of a request parameter. */
export function* mutateParameter(parameter: JsonObject): Generator<Change> {
  const where = String(parameter.name)
  const required = parameter.required === true
  if (parameter.in !== 'path') {
    const operator = required ? 'parameter: loosen, may be missing' : 'parameter: tighten, must be there'
    yield { operator, where, value: withMember(parameter, 'required', !required) }
    yield { operator: 'parameter: rename', where, value: withMember(parameter, 'name', `${where}-Renamed`) }
    const elsewhere = parameter.in === 'query' ? 'header' : 'query'
    yield { operator: `parameter: move to the ${elsewhere}`, where, value: withMember(parameter, 'in', elsewhere) }
  }
  yield* mutateSchemaOf(parameter, 'parameter', where)
}

/** Mutates the file of a response header. */
export function* mutateHeader(header: JsonObject, where: string): Generator<Change> {
  const required = header.required === true
  const operator = required ? 'header: loosen, may be missing' : 'header: tighten, must be there'
  yield { operator, where, value: withMember(header, 'required', !required) }
  yield* mutateSchemaOf(header, 'header', where)
}

function* mutateSchemaOf(owner: JsonObject, kind: string, where: string): Generator<Change> {
  const { schema } = owner
  if (!isObject(schema)) return
  const isText = schema.type === 'string' || schema.$ref !== undefined
  const changed = { type: isText ? 'integer' : 'string', description: 'Retyped.' }
  const value = withMember(without(owner, 'example'), 'schema', changed)
  yield { operator: `${kind}: retype`, where, value: withMember(value, 'example', isText ? 1 : 'text') }
  if (schema.$ref !== undefined) {
    const loose = withMember(owner, 'schema', { type: 'string', description: 'Loosened.' })
    yield { operator: `${kind}: loosen, any text`, where, value: loose }
  }
  yield* mutateConstraints(schema, where, (part) => withMember(owner, 'schema', part))
}

/** Mutates a response, in its own file or in an operation. */
export function* mutateResponse(
  response: JsonObject,
  where: string,
  put: (changed: JsonObject) => Json,
): Generator<Change> {
  const headers = isObject(response.headers) ? response.headers : {}
  for (const name of Object.keys(headers)) {
    const at = `${where} ${name}`
    const dropped = without(headers, name)
    yield { operator: 'response: drop a header', where: at, value: put(withMember(response, 'headers', dropped)) }
    const moved = renamed(headers, name, `${name}-Renamed`)
    yield { operator: 'response: rename a header', where: at, value: put(withMember(response, 'headers', moved)) }
  }
  const content = isObject(response.content) ? response.content : {}
  for (const [mediaType, media] of Object.entries(content)) {
    const at = `${where} ${mediaType}`
    const putMedia = (changed: Json) => put(withMember(response, 'content', withMember(content, mediaType, changed)))
    const others = without(content, mediaType)
    const rest = Object.keys(others).length > 0 ? withMember(response, 'content', others) : without(response, 'content')
    yield { operator: 'response: drop a body', where: at, value: put(rest) }
    const moved = renamed(content, mediaType, 'application/xml')
    yield { operator: 'response: change the media type', where: at, value: put(withMember(response, 'content', moved)) }
    const examples = isObject(media) && isObject(media.examples) ? media.examples : {}
    for (const name of Object.keys(examples)) {
      const left = without(examples, name)
      if (!isObject(media) || Object.keys(left).length === 0) continue
      const value = putMedia(withMember(media, 'examples', left))
      yield { operator: 'response: drop an example', where: `${at} ${name}`, value }
    }
  }
}
