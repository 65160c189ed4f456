import { parse } from 'yaml'
import { DocumentError } from './document-error.ts'
import { isObject, type JsonObject } from './json.ts'
import { normalizeDocument } from './normalize-document.ts'
import { checkVersion } from './supported-version.ts'

/**
 * Reads an OpenAPI 3.0 or 3.1 document from YAML or JSON.
 *
 * @throws {DocumentError} if it is not such a document, or if a reference in it cannot be resolved.
 */
export function readDocument(text: string): JsonObject {
  const document = parseText(text)
  if (!isObject(document)) throw new DocumentError('is not an OpenAPI document: it does not contain an object.')
  checkVersion(document)
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
