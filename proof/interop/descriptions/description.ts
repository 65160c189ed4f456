// Reads an API description independently of the compiler.
import { readFile } from 'node:fs/promises'
import { isObject, pointerStep, resolveReference } from '@partner-upgrades/spec-diff/document'
import { parse } from 'yaml'

/** A JSON object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>

/** Returns the value as an object; an empty object if it is not one. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {}
}

/** Returns the value as a list; an empty list if it is not one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A part of a document, and the JSON Pointer to it. */
export interface Part {
  readonly pointer: string
  readonly fields: Fields
}

/** A document whose parts carry their JSON Pointers. */
export interface Description {
  readonly document: Fields
  /** Returns a descendant of a part, following each `$ref`. */
  readonly below: (part: Part, ...keys: readonly (string | number)[]) => Part
  readonly root: Part
}

/** Reads a description from a single JSON or YAML file. */
export async function readDescription(file: string): Promise<Description> {
  const text = await readFile(file, 'utf8')
  const document = fieldsOf(file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1 }))
  const follow = (part: Part): Part => {
    const { $ref } = part.fields
    return typeof $ref === 'string'
      ? follow({ pointer: $ref, fields: fieldsOf(resolveReference(document, $ref)) })
      : part
  }
  const below: Description['below'] = (part, ...keys) =>
    keys.reduce((at: Part, key) => {
      const pointer = `${at.pointer}${pointerStep(key)}`
      return follow({ pointer, fields: Object(Reflect.get(at.fields, key)) })
    }, part)
  return { document, below, root: { pointer: '#', fields: document } }
}

/** An operation as the document describes it. */
export interface Described {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly server: string
  readonly parameters: readonly Part[]
  readonly requestBody: Part
  readonly responses: ReadonlyMap<string, Part>
  /** The security schemes that a call has to satisfy together. */
  readonly schemes: readonly Part[]
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Returns the URL of a server with default values for its variables, without a slash at the end. */
function serverUrl({ url = '', variables }: Fields): string {
  const filled = String(url).replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
    String(fieldsOf(fieldsOf(variables)[name]).default),
  )
  const absolute = filled.includes('://') ? filled : new URL(filled, 'https://api.example').href
  return absolute.replace(/\/$/, '')
}

/** Returns all operations of a description. */
export function operationsOf({ root, below }: Description): readonly Described[] {
  return Object.keys(fieldsOf(root.fields.paths)).flatMap((path) => {
    const item = below(root, 'paths', path)
    return methods
      .filter((method) => Object.hasOwn(item.fields, method))
      .map((method) => {
        const operation = below(item, method)
        const servers = [operation, item, root]
          .map(({ fields }) => listOf(fields.servers))
          .find((list) => list.length > 0)
        const [requirement] = listOf(operation.fields.security ?? root.fields.security)
        const parametersOf = (owner: Part): Part[] =>
          listOf(owner.fields.parameters).map((_, index) => below(owner, 'parameters', index))
        const statuses = Object.keys(fieldsOf(operation.fields.responses))
        return {
          id: String(operation.fields.operationId || `${method.toUpperCase()} ${path}`),
          method: method.toUpperCase(),
          path,
          server: serverUrl(fieldsOf(servers?.[0])),
          parameters: [...parametersOf(item), ...parametersOf(operation)],
          requestBody: below(operation, 'requestBody'),
          schemes: Object.keys(fieldsOf(requirement)).map((name) => below(root, 'components', 'securitySchemes', name)),
          responses: new Map(statuses.map((status) => [status, below(operation, 'responses', status)])),
        }
      })
  })
}
