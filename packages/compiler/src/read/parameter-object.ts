import { type Json, type JsonObject, listAt, textAt, textOrEmptyAt } from '../grammar/json.ts'
import type { Parameter, ResponseHeader } from '../runtime/model.ts'
import { readAnswers, readExamples } from './example-object.ts'
import { type Printable, toCode } from './printable.ts'
import type { Reader } from './reader.ts'
import { typeOf } from './schema-type.ts'

/** Headers that OpenAPI describes elsewhere, and ignores as parameters. */
const elsewhere = new Set(['accept', 'content-type', 'authorization'])

const defaultStyle = { path: 'simple', query: 'form', header: 'simple' }

/** Reads the parameters of a path and an operation; the latter replace those with the same name and location. */
export function readParameters(
  pathItem: JsonObject,
  operation: JsonObject,
  operationId: string,
  reader: Reader,
): readonly Printable<Parameter>[] {
  const merged = new Map<string, Json>()
  for (const owner of [pathItem, operation]) {
    const own = new Set<string>()
    for (const [index, entry] of listAt(owner, 'parameters').entries()) {
      const parameter = reader.follow(entry)
      const name = textOrEmptyAt(parameter, 'name')
      const key = `${textAt(parameter, 'in')}:${parameter.in === 'header' ? name.toLowerCase() : name}`
      if (own.has(key)) reader.complain(listAt(owner, 'parameters'), index, `repeats parameter \`${name}\`; keep one`)
      own.add(key)
      merged.set(key, entry)
    }
  }
  return [...merged.values()].flatMap((entry) => {
    const { in: place, name } = reader.follow(entry)
    const words = [operationId, String(place), String(name)]
    const read = (own: readonly string[]): Printable<Parameter> | undefined =>
      readParameter(reader.follow(entry), own, reader)
    return reader.components.parameters.once(entry, '', words, read) ?? []
  })
}

function readParameter(
  parameter: JsonObject,
  words: readonly string[],
  reader: Reader,
): Printable<Parameter> | undefined {
  const name = textOrEmptyAt(parameter, 'name')
  const place = parameter.in
  if (place === 'cookie') {
    reader.complain(
      parameter,
      'in',
      'cookie parameters are not supported; use a header, or a security scheme for a session',
    )
    return undefined
  }
  if (place !== 'path' && place !== 'query' && place !== 'header') {
    reader.complain(parameter, 'in', 'is not a place for a parameter; use path, query or header')
    return undefined
  }
  if (place === 'header' && elsewhere.has(name.toLowerCase())) return undefined
  if (place === 'path' && parameter.required !== true) {
    reader.complain(parameter, undefined, `path parameter \`${name}\` is not required; add \`required: true\``)
  }
  if (parameter.allowEmptyValue === true) {
    reader.complain(parameter, 'allowEmptyValue', 'is not supported; let the schema accept an empty text instead')
  }
  checkStyle(parameter, defaultStyle[place], reader)
  const shared = readValue(parameter, name, words, reader)
  if (!shared) return undefined
  const explode = parameter.explode ?? place === 'query'
  return {
    name,
    in: place,
    required: parameter.required === true,
    type: shared.type,
    ...(shared.items ? { items: shared.items, explode: place === 'query' && explode === true } : {}),
    validate: shared.validate,
    ...('example' in shared ? { example: shared.example } : {}),
  }
}

/** Reads a response header; undefined if OpenAPI ignores it, or if it cannot be read. */
export function readHeader(
  name: string,
  entry: Json,
  words: readonly string[],
  reader: Reader,
): Printable<ResponseHeader> | undefined {
  if (name.toLowerCase() === 'content-type') return undefined
  return reader.components.headers.once(entry, name, [...words, name], (own) => {
    return readNamedHeader(name, reader.follow(entry), own, reader)
  })
}

function readNamedHeader(
  name: string,
  header: JsonObject,
  words: readonly string[],
  reader: Reader,
): Printable<ResponseHeader> | undefined {
  checkStyle(header, 'simple', reader)
  const shared = readValue(header, name, words, reader, header.required === true ? readAnswers : readExamples)
  if (!shared) return undefined
  const { type, items, validate } = shared
  return {
    name,
    required: header.required === true,
    type,
    ...(items ? { items } : {}),
    validate,
    ...('example' in shared ? { example: shared.example } : {}),
  }
}

function checkStyle(owner: JsonObject, supported: string, reader: Reader): void {
  if (owner.style === undefined || owner.style === supported) return
  reader.complain(owner, 'style', `style \`${owner.style}\` is not supported here; use \`${supported}\`, the default`)
}

interface Value {
  readonly type: Parameter['type']
  readonly items?: Exclude<Parameter['type'], 'array'>
  readonly validate: Printable<Parameter>['validate']
  readonly example?: unknown
}

function readValue(
  owner: JsonObject,
  name: string,
  words: readonly string[],
  reader: Reader,
  read: typeof readExamples = readExamples,
): Value | undefined {
  const { schema } = owner
  if (schema === undefined) {
    reader.complain(owner, undefined, `\`${name}\` has no schema; add one`)
    return undefined
  }
  const type = typeOf(schema, reader)
  if (!type) {
    reader.complain(
      owner,
      'schema',
      `the schema of \`${name}\` does not say how to parse its text; give it one \`type\`: string, number, integer, boolean, or an array of one of these`,
    )
    return undefined
  }
  const [first] = Object.values(read(owner, reader))
  const validate = toCode(`validators.${reader.validators.nameOf(schema, words)}`)
  // A string if a JavaScript number cannot hold all digits.
  const example = typeof first?.value === 'number' ? (first.json ?? first.value) : first?.value
  return { ...type, validate, ...(first ? { example } : {}) }
}
