import { DocumentError } from './document-error.ts'
import { isObject, type JsonObject } from './json.ts'

/**
 * Resolves a `$ref` by one step; the target may be a reference itself.
 *
 * @throws {DocumentError} if it points to nothing, or outside the document.
 */
export function resolveReference(document: JsonObject, $ref: string): unknown {
  if (!$ref.startsWith('#/')) {
    throw new DocumentError(`refers to ${$ref}, which is outside the document: bundle it into one file first.`)
  }
  const target = $ref
    .slice(2)
    .split('/')
    .map(unescapeStep)
    .reduce<unknown>(
      (at, step) =>
        (isObject(at) || Array.isArray(at)) && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
      document,
    )
  if (target === undefined) throw new DocumentError(`refers to ${$ref}, which does not exist.`)
  return target
}

function unescapeStep(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return step
  }
}

/**
 * Resolves `$ref`s until an object without one is found. Keywords beside a `$ref` apply as well (OpenAPI 3.1). A value that is not an
 * object becomes an empty one.
 *
 * @throws {DocumentError} if a reference points to nothing, outside the document, or back to itself.
 */
export function dereference(document: JsonObject, value: unknown, seen: readonly string[] = []): JsonObject {
  if (!isObject(value)) return {}
  const { $ref, ...beside } = value
  if (typeof $ref !== 'string') return value
  if (seen.includes($ref)) throw new DocumentError(`refers to ${$ref}, which refers to itself.`)
  return { ...dereference(document, resolveReference(document, $ref), [...seen, $ref]), ...beside }
}
