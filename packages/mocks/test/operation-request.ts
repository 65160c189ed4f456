import type { Operation } from '@partner-upgrades/spec'
import { customerId } from './partner-center.ts'

/** A valid request of an operation, with the contract's own examples in its path. */
export function requestOf(
  { method, path, parameters, requestBody }: Operation,
  headers: Readonly<Record<string, string>> = {},
): readonly [url: string, init: RequestInit] {
  const filled = path.replaceAll(/\{([^{}]*)\}/g, (_, name) => {
    return String(parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example)
  })
  const body = requestBody && { body: JSON.stringify({ customerId, productFamily: 'Azure' }) }
  return [
    `https://api.partnercenter.microsoft.com${filled}`,
    {
      method,
      headers: { Authorization: 'Bearer t', ...(body && { 'Content-Type': 'application/json' }), ...headers },
      ...body,
    },
  ]
}
