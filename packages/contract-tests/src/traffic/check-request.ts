import {
  decodePathText,
  essenceOf,
  findMediaType,
  type Operation,
  type Parameter,
  parseHeaderText,
  parseParameterText,
  parseQueryText,
} from '@partner-upgrades/spec'
import { pointerStep } from '@partner-upgrades/spec-diff/document'
import { checkBodyValue } from './check-body-value.ts'
import { type Findings, headerPointer } from './finding.ts'
import { type HarRequest, headerOf, requestBodyOf } from './har.ts'
import { assumedType, bodyValue } from './media-type.ts'
import type { FindAdditions } from './schema-additions.ts'

/**
 * Checks a recorded request against the contract. Credentials are not checked, because tools remove them from recordings.
 */
export function checkRequest(
  operation: Operation,
  path: Readonly<Record<string, string>>,
  request: HarRequest,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  for (const parameter of operation.parameters) checkParameter(parameter, path, request, findings)
  checkBody(operation, request, findings, findAdditions)
}

function checkParameter(
  parameter: Parameter,
  path: Readonly<Record<string, string>>,
  request: HarRequest,
  findings: Findings,
): void {
  const { name, required } = parameter
  const value = recordedValue(parameter, path, request)
  const pointer =
    parameter.in === 'header' ? headerPointer('request', name) : `/request/${parameter.in}${pointerStep(name)}`
  if (value === undefined) {
    if (required) findings.violation(pointer, 'is missing')
    return
  }
  for (const problem of parameter.validate(value)) findings.violation(pointer + problem.pointer, problem.message)
}

function recordedValue(
  parameter: Parameter,
  path: Readonly<Record<string, string>>,
  { url, headers }: HarRequest,
): unknown {
  const { name, in: place } = parameter
  if (place === 'query') return parseQueryText(parameter, new URL(url).search.slice(1))
  const text = place === 'path' ? path[name] : headerOf(headers, name)
  if (text === undefined) return undefined
  return place === 'path' ? parseParameterText(parameter, text, decodePathText) : parseHeaderText(parameter, text)
}

function checkBody(
  { id, requestBody }: Operation,
  request: HarRequest,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  const body = requestBodyOf(request)
  const pointer = '/request/body'
  if (body.kind === 'lost') {
    findings.unchecked(pointer, 'is not in the recording')
    return
  }
  if (body.kind === 'none') {
    if (requestBody?.required) findings.violation(pointer, 'is missing')
    return
  }
  if (requestBody === undefined) {
    findings.addition('body', pointer, 'is sent, but none is declared')
    return
  }
  const { content } = requestBody
  const contentType = headerOf(request.headers, 'content-type') ?? request.postData?.mimeType ?? ''
  const type = contentType === '' ? assumedType(content) : contentType
  const declared = findMediaType(content, type)
  if (declared === undefined) {
    const expected = Object.keys(content).join(' or ')
    findings.violation(headerPointer('request', 'Content-Type'), `is ${essenceOf(type)}, declared is ${expected}`)
    return
  }
  const place = { operation: id, message: 'request', mediaType: declared[0] } as const
  checkBodyValue(place, declared[1], type, bodyValue(type, body.text), findings, findAdditions)
}
