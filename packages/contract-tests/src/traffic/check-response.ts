import {
  type Contract,
  essenceOf,
  findMediaType,
  isJsonMediaType,
  type Operation,
  parseHeaderText,
  type ResponseContract,
} from '@partner-upgrades/spec'
import { checkBodyValue } from './check-body-value.ts'
import { checkFault } from './check-fault.ts'
import { type Findings, headerPointer } from './finding.ts'
import { type HarEntry, type HarResponse, headerOf, responseBodyOf } from './har.ts'
import { assumedType, bodyValue } from './media-type.ts'
import type { FindAdditions } from './schema-additions.ts'
import { isWithoutBody } from './without-body.ts'

/** The key under which an operation declares a status: the status itself, else its class (`4XX`), else `default`. */
export function responseKey({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return keys.find((key) => Object.hasOwn(responses, key))
}

/** Checks a recorded response against the contract. */
export function checkResponse(
  contract: Contract,
  operation: Operation,
  { request: { method }, response }: Pick<HarEntry, 'request' | 'response'>,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  const { status } = response
  const key = responseKey(operation, status)
  const declared = key === undefined ? undefined : operation.responses[key]
  if (status >= 400) checkFault(contract, operation, response, findings)
  if (key === undefined || declared === undefined) {
    const message = `${status} is not declared; declared are ${Object.keys(operation.responses).join(', ')}`
    // Callers can handle unknown errors, but misread an unknown success or redirect.
    if (status >= 400) findings.addition('status', '/response/status', message)
    else findings.violation('/response/status', message)
    return
  }
  checkHeaders(declared, response, findings)
  if (!isWithoutBody(method, status)) checkBody(operation, key, declared, response, findings, findAdditions)
  else if (responseBodyOf(response).kind === 'text') {
    findings.violation('/response/body', `is sent, but ${method.toUpperCase() === 'HEAD' ? 'HEAD' : status} has none`)
  }
}

function checkHeaders({ headers }: ResponseContract, response: HarResponse, findings: Findings): void {
  for (const header of headers) {
    const { name, required, validate } = header
    const text = headerOf(response.headers, name)
    const pointer = headerPointer('response', name)
    if (text === undefined) {
      if (required) findings.violation(pointer, 'is missing')
      continue
    }
    for (const problem of validate(parseHeaderText(header, text)))
      findings.violation(pointer + problem.pointer, problem.message)
  }
}

function checkBody(
  { id }: Operation,
  status: string,
  { content }: ResponseContract,
  response: HarResponse,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  const body = responseBodyOf(response)
  const pointer = '/response/body'
  const expected = Object.keys(content).join(' or ')
  if (body.kind === 'lost') {
    if (expected !== '') findings.unchecked(pointer, 'is not in the recording')
    return
  }
  if (body.kind === 'none') {
    // Gateways send errors without a body; that is worth reporting, but not a violation.
    if (expected === '') return
    if (response.status >= 400) findings.addition('body', pointer, `is missing, declared is ${expected}`)
    else findings.violation(pointer, `is missing, declared is ${expected}`)
    return
  }
  const contentType = headerOf(response.headers, 'content-type') ?? response.content.mimeType
  const type = isTold(contentType) ? contentType : assumedType(content)
  const declared = findMediaType(content, type)
  const value = bodyValue(type, body.text)
  if (declared === undefined) {
    const message = `is ${essenceOf(type)}, declared is ${expected || 'no body'}`
    if (expected === '' && isJsonMediaType(type) && value !== undefined) findings.addition('body', pointer, message)
    else findings.violation(pointer, message)
    return
  }
  const place = { operation: id, message: 'response', status, mediaType: declared[0] } as const
  checkBodyValue(place, declared[1], type, value, findings, findAdditions)
}

/** Browsers write `x-unknown` if there was no `Content-Type`. */
function isTold(contentType: string): boolean {
  return contentType !== '' && contentType !== 'x-unknown'
}
