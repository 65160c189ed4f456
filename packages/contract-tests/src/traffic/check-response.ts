import type { Contract, Operation, ResponseContract } from '@partner-upgrades/spec'
import { parseJson } from '@partner-upgrades/spec-diff/document'
import { checkFault } from './check-fault.ts'
import { type Findings, headerPointer } from './finding.ts'
import { type HarResponse, headerOf, responseBodyOf } from './har.ts'
import { assumedType, declaredFor, essenceOf, isJsonType } from './media-type.ts'
import { parseText } from './parse-text.ts'
import type { FindAdditions } from './schema-additions.ts'

/** The key under which an operation declares a status: the status itself, else its class (`4XX`), else `default`. */
export function responseKey({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return keys.find((key) => Object.hasOwn(responses, key))
}

/** Holds a recorded answer against the contract. */
export function checkResponse(
  contract: Contract,
  operation: Operation,
  response: HarResponse,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  const { status } = response
  const key = responseKey(operation, status)
  const declared = key === undefined ? undefined : operation.responses[key]
  if (status >= 400) checkFault(contract, operation, response, findings)
  if (key === undefined || declared === undefined) {
    const message = `${status} is not declared; declared are ${Object.keys(operation.responses).join(', ')}`
    // Callers are ready for errors they do not know. A success they do not know, or a redirection, they misread.
    if (status >= 400) findings.addition('status', '/response/status', message)
    else findings.violation('/response/status', message)
    return
  }
  checkHeaders(declared, response, findings)
  checkBody(operation, key, declared, response, findings, findAdditions)
}

function checkHeaders({ headers }: ResponseContract, response: HarResponse, findings: Findings): void {
  for (const { name, required, type, validate } of headers) {
    const text = headerOf(response.headers, name)
    const pointer = headerPointer('response', name)
    if (text === undefined) {
      if (required) findings.violation(pointer, 'is missing')
      continue
    }
    for (const problem of validate(parseText(type, text)))
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
    // Gateways answer errors with nothing at all; that is worth knowing, and no more.
    if (expected === '') return
    if (response.status >= 400) findings.addition('body', pointer, `is missing, declared is ${expected}`)
    else findings.violation(pointer, `is missing, declared is ${expected}`)
    return
  }
  const contentType = headerOf(response.headers, 'content-type') ?? response.content.mimeType
  const type = isTold(contentType) ? essenceOf(contentType) : assumedType(content)
  const declared = declaredFor(content, type)
  const value = isJsonType(type) ? parseJson(body.text) : undefined
  if (declared === undefined) {
    const message = `is ${type}, declared is ${expected || 'no body'}`
    if (expected === '' && value !== undefined) findings.addition('body', pointer, message)
    else findings.violation(pointer, message)
    return
  }
  if (!isJsonType(type)) return
  if (value === undefined) {
    findings.violation(pointer, 'is not JSON')
    return
  }
  for (const problem of declared[1].validate?.(value) ?? []) {
    findings.violation(pointer + problem.pointer, problem.message)
  }
  findAdditions({ operation: id, message: 'response', status, mediaType: declared[0] }, value, pointer, findings)
}

/** Browsers write `x-unknown` where there was no `Content-Type`. */
function isTold(contentType: string): boolean {
  return contentType !== '' && contentType !== 'x-unknown'
}
