import { type JsonObject, textAt } from '../grammar/json.ts'

/** Returns the name of an operation: its operationId, which is optional in OpenAPI, or else its method and path, as in `GET /things`. */
export function operationKey(operation: JsonObject, method: string, path: string): string {
  return textAt(operation, 'operationId') || `${method.toUpperCase()} ${path}`
}
