import type { Operation } from '@partner-upgrades/spec'
import type { Answer } from '../contract/answer.ts'
import { exampleAnswer } from '../contract/example-answer.ts'

/** The contract's example of a throttling response, with the number of seconds replaced. */
export function throttledAnswer(operation: Operation, seconds: number): Answer {
  const example = exampleAnswer(operation, { code: 429 }, null)
  const printed = example.headers?.['Retry-After'] ?? ''
  const body: Record<string, unknown> = { ...Object(example.body) }
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === 'string' && printed !== '') body[key] = value.replaceAll(printed, String(seconds))
  }
  return { status: 429, headers: { 'Retry-After': String(seconds) }, body }
}
