import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { type Negatives, negativesOf } from '../src/negatives.ts'

/** Makes the requests for a document with one operation. */
export function negativesOfOne(operation: JsonObject, more: JsonObject = {}): Negatives {
  const post = { operationId: 'it', responses: { 204: { description: '' } }, ...operation }
  return negativesOf({ openapi: '3.1.1', paths: { '/it': { post } }, ...more })
}

/** The names of the requests, without that of the operation. */
export function namesOf({ requests }: Negatives): readonly string[] {
  return requests.map(({ name }) => name.replace('it: ', ''))
}
