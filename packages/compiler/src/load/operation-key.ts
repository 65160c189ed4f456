import { type JsonObject, textAt } from '../grammar/json.ts'

/** What an operation is called: its operationId, which OpenAPI does not demand, or else its method and path, as in `GET /things`. */
export function operationKey(operation: JsonObject, method: string, path: string): string {
  return textAt(operation, 'operationId') || `${method.toUpperCase()} ${path}`
}
