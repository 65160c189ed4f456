import {
  findMediaType,
  isJsonMediaType,
  type Operation,
  parseHeaderText,
  type ResponseContract,
} from '@partner-upgrades/spec'
import type { Answer } from './answer.ts'
import { ContractViolation, type Violation } from './errors.ts'
import { headerOf, isFramingHeader } from './headers.ts'
import { responseFor } from './responses.ts'

/**
 * Checks a response against the contract of its operation.
 *
 * @throws ContractViolation with the operation, the status, and a pointer to each violation.
 */
export function checkAnswer(operation: Operation, answer: Answer): void {
  const response = responseFor(operation, answer.status)
  const violations: Violation[] = []
  if (answer.status < 200 || answer.status > 599) {
    violations.push({ pointer: '/status', message: 'is not a final status; use one from 200 to 599' })
  } else if (response === undefined) {
    const declared = Object.keys(operation.responses).join(', ')
    violations.push({ pointer: '/status', message: `is not declared; declared are ${declared}` })
  } else {
    checkHeaders(response, answer, violations)
    checkBody(response, answer, violations)
  }
  if (violations.length > 0) throw new ContractViolation(operation.id, answer.status, violations)
}

function checkHeaders(response: ResponseContract, { headers = {} }: Answer, violations: Violation[]): void {
  for (const header of response.headers) {
    const text = headerOf(headers, header.name)
    const pointer = `/headers/${header.name}`
    if (text === undefined) {
      // The sender of the response sets framing headers.
      if (header.required && !isFramingHeader(header.name)) violations.push({ pointer, message: 'is required' })
      continue
    }
    for (const problem of header.validate(parseHeaderText(header, text))) {
      violations.push({ pointer: pointer + problem.pointer, message: problem.message })
    }
  }
}

function checkBody(response: ResponseContract, answer: Answer, violations: Violation[]): void {
  const declared = Object.keys(response.content)
  if (answer.body === undefined) {
    if (declared.length > 0)
      violations.push({ pointer: '/body', message: `is missing: ${declared.join(' or ')} is declared` })
    return
  }
  const mediaType = answer.mediaType ?? 'application/json'
  const [, media] = findMediaType(response.content, mediaType) ?? []
  if (media === undefined) {
    const expected = declared.length === 0 ? 'no body' : declared.join(' or ')
    violations.push({ pointer: '/body', message: `is ${mediaType}, declared is ${expected}` })
    return
  }
  if (!isJsonMediaType(mediaType) && typeof answer.body !== 'string') {
    violations.push({ pointer: '/body', message: `must be text, as its media type is ${mediaType}` })
    return
  }
  for (const problem of media.validate?.(answer.body) ?? []) {
    violations.push({ pointer: `/body${problem.pointer}`, message: problem.message })
  }
}
