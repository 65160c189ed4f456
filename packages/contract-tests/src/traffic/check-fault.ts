import type { Contract, Operation } from '@partner-upgrades/spec'
import { isObject, parseJson } from '@partner-upgrades/spec-diff/document'
import type { Findings } from './finding.ts'
import { type HarResponse, responseBodyOf } from './har.ts'

/** Reports fault codes that are not in the catalogue, or are there with another operation or status. */
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
    if (!exampleCodes(operation).has(code)) addition('is not in the catalogue')
  } else if (!operation.faults.includes(code)) {
    addition(`(${fault.name}) is not listed for ${operation.id}`)
  } else if (fault.status !== response.status) {
    addition(`(${fault.name}) comes with status ${response.status} instead of ${fault.status}`)
  }
}

function codeOf(response: HarResponse): string | undefined {
  const body = responseBodyOf(response)
  const value = body.kind === 'text' ? parseJson(body.text) : undefined
  return isObject(value) ? codeIn(value) : undefined
}

/** Returns the codes in an operation's examples: general codes appear only there, not in the catalogue. */
function exampleCodes({ responses }: Operation): ReadonlySet<string> {
  const media = Object.values(responses).flatMap(({ content }) => Object.values(content))
  const values = media.flatMap(({ examples }) => Object.values(examples).map(({ value }) => value))
  return new Set(values.filter(isObject).flatMap((value) => codeIn(value) ?? []))
}

/** Returns a code as text: the page documents text, but shows numbers. */
function codeIn({ code }: { readonly code?: unknown }): string | undefined {
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
}
