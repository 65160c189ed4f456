import { parse } from 'yaml'
import { DocumentError } from './document-error.ts'
import { isObject, type JsonObject } from './json.ts'
import { normalizeDocument } from './normalize-document.ts'

/**
 * Reads an OpenAPI 3 document from YAML or JSON.
 *
 * @throws {DocumentError} if it is not such a document, or a reference in it cannot be resolved.
 */
export function readDocument(text: string): JsonObject {
  const document = parseText(text)
  if (!isObject(document)) throw new DocumentError('is not an OpenAPI document: it does not hold an object.')
  if (document.swagger !== undefined) {
    throw new DocumentError(`is Swagger ${String(document.swagger)}: convert it to OpenAPI 3 first.`)
  }
  if (typeof document.openapi !== 'string' || !document.openapi.startsWith('3.')) {
    throw new DocumentError('is not an OpenAPI 3 document: it does not begin with `openapi: 3.…`.')
  }
  if (!isObject(document.paths))
    throw new DocumentError('is an OpenAPI document without `paths`: nothing can be compared.')
  normalizeDocument(document)
  return document
}

function parseText(text: string): unknown {
  try {
    // JSON is YAML, too, but this is much faster.
    return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text)
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n')
    throw new DocumentError(`is neither YAML nor JSON: ${line?.replace(/:$/, '')}`)
  }
}
