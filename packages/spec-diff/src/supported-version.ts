import { DocumentError } from './document-error.ts'
import type { JsonObject } from './json.ts'

/**
 * Checks that a document has a supported version: OpenAPI 3.0 or 3.1.
 *
 * @throws {DocumentError} if it has another one, because parts that are not read would count as unchanged.
 */
export function checkVersion({ swagger, openapi }: JsonObject): void {
  if (swagger !== undefined) throw new DocumentError(`is Swagger ${String(swagger)}: convert it to OpenAPI 3 first.`)
  if (typeof openapi === 'number') {
    throw new DocumentError(`has the number ${openapi} as its \`openapi\`: write it as text, such as '3.1.1'.`)
  }
  if (typeof openapi !== 'string' || !openapi.startsWith('3.')) {
    throw new DocumentError('is not an OpenAPI 3 document: it does not start with `openapi: 3.…`.')
  }
  if (!/^3\.[01](?:\.|-|$)/.test(openapi)) {
    throw new DocumentError(`is OpenAPI ${openapi}: only 3.0 and 3.1 can be compared; write it as 3.1 first.`)
  }
}

/** Whether a document is OpenAPI 3.0, which ignores keywords beside a `$ref`. */
export function isVersion30({ openapi }: JsonObject): boolean {
  return typeof openapi === 'string' && openapi.startsWith('3.0')
}
