import type { Contract } from '@partner-upgrades/spec'
import { responseFor } from '../contract/responses.ts'

/** The `WWW-Authenticate` value in the contract's example of a 401. */
export function challengeOf({ operations }: Contract): string {
  for (const operation of Object.values(operations)) {
    const headers = responseFor(operation, 401)?.headers ?? []
    const example = headers.find(({ name }) => name.toLowerCase() === 'www-authenticate')?.example
    if (example !== undefined) return String(example)
  }
  return 'Bearer'
}
