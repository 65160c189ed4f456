import { parse } from 'yaml'
import { isObject, type JsonObject } from '../json.ts'
import { UsageError } from '../verify/usage-error.ts'

/**
 * Reads an OpenAPI 3 document, in YAML or JSON.
 *
 * @throws {UsageError} in one line, if it is none.
 */
export function readDocument(text: string): JsonObject {
  const document = valueIn(text)
  if (!isObject(document)) throw new UsageError('is not an OpenAPI document: it holds no object.')
  if (document.swagger !== undefined) {
    throw new UsageError(`is Swagger ${String(document.swagger)}: convert it to OpenAPI 3 to compare it.`)
  }
  if (typeof document.openapi !== 'string' || !document.openapi.startsWith('3.')) {
    throw new UsageError('is not an OpenAPI 3 document: it has no `openapi: 3.…`.')
  }
  if (!isObject(document.paths)) throw new UsageError('is not an OpenAPI document to compare: it has no `paths`.')
  return document
}

function valueIn(text: string): unknown {
  try {
    // Much faster than YAML, of which it is a part.
    return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text)
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n')
    throw new UsageError(`is neither YAML nor JSON: ${line?.replace(/:$/, '')}`)
  }
}

/**
 * What a `$ref` refers to, which may be a reference again.
 *
 * @throws {UsageError} if it leads nowhere, or out of the document.
 */
export function followReference(document: JsonObject, $ref: string): unknown {
  if (!$ref.startsWith('#/')) {
    throw new UsageError(`refers to ${$ref}, which is not in it: bundle it into one file to compare it.`)
  }
  const steps = $ref.slice(2).split('/').map(decoded)
  const target = steps.reduce<unknown>(
    (at, step) => (isObject(at) || Array.isArray(at) ? Reflect.get(at, step) : undefined),
    document,
  )
  if (target === undefined) throw new UsageError(`refers to ${$ref}, where there is nothing.`)
  return target
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return step
  }
}

/**
 * An object of the document, wherever it stands; an empty one if it is none.
 *
 * @throws {UsageError} if a reference leads nowhere, out of the document, or in a circle.
 */
export function dereferenced(document: JsonObject, value: unknown, seen: readonly string[] = []): JsonObject {
  if (!isObject(value)) return {}
  const { $ref, ...beside } = value
  if (typeof $ref !== 'string') return value
  if (seen.includes($ref)) throw new UsageError(`refers to ${$ref}, which refers to itself.`)
  return { ...dereferenced(document, followReference(document, $ref), [...seen, $ref]), ...beside }
}
