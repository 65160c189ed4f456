import type { Contract, Operation } from '@partner-upgrades/spec'
import { isObject, parseJson } from '@partner-upgrades/spec-diff/document'
import type { Findings } from './finding.ts'
import { type HarResponse, responseBodyOf } from './har.ts'

/** Looks for fault codes that the catalogue does not have, or has with another operation or status. */
export function checkFault(
  { faults }: Contract,
  operation: Operation,
  response: HarResponse,
  findings: Findings,
): void {
  const code = codeOf(response)
  if (code === undefined) return
  const fault = Object.hasOwn(faults, code) ? faults[code] : undefined
  const addition = (message: string) => findings.addition('faultCode', '/response/body/code', `${code} ${message}`)
  if (fault === undefined) {
    if (!exampleCodes(operation).has(code)) addition('is in no catalogue')
  } else if (!operation.faults.includes(code)) {
    addition(`(${fault.name}) is not known of ${operation.id}`)
  } else if (fault.status !== response.status) {
    addition(`(${fault.name}) comes with status ${response.status}, known is ${fault.status}`)
  }
}

function codeOf(response: HarResponse): string | undefined {
  const body = responseBodyOf(response)
  const value = body.kind === 'text' ? parseJson(body.text) : undefined
  return isObject(value) ? codeIn(value) : undefined
}

/** Codes of the general kind are in no catalogue: examples show them. */
function exampleCodes({ responses }: Operation): ReadonlySet<string> {
  const media = Object.values(responses).flatMap(({ content }) => Object.values(content))
  const values = media.flatMap(({ examples }) => Object.values(examples).map(({ value }) => value))
  return new Set(values.filter(isObject).flatMap((value) => codeIn(value) ?? []))
}

/** The page says a code is text, and shows numbers. */
function codeIn({ code }: { readonly code?: unknown }): string | undefined {
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
}
