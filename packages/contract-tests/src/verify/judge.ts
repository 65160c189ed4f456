import {
  type Contract,
  essenceOf,
  findMediaType,
  isJsonMediaType,
  type MediaType,
  type Operation,
  parseHeaderText,
  parseJson,
  type ResponseContract,
  type ResponseHeader,
} from '@partner-upgrades/spec'
import { codeOf } from '../matrix/cells.ts'
import { responseKey } from '../traffic/check-response.ts'
import { assumedType } from '../traffic/media-type.ts'
import { isWithoutBody } from '../traffic/without-body.ts'
import type { ReceivedAnswer } from './exchange.ts'

/** The result of comparing a response with the contract. */
export interface Verdict {
  /** Where the response breaks the contract, one line each; empty if it does not. */
  readonly problems: readonly string[]
  /** The body, if it is JSON. */
  readonly body: unknown
  /** The fault's code, if the body is a fault. */
  readonly code: string | undefined
}

/** Compares a response with the contract: status, headers, media type and body. */
export function judge(contract: Contract, operation: Operation, answer: ReceivedAnswer): Verdict {
  const key = responseKey(operation, answer.status)
  const response = key === undefined ? undefined : operation.responses[key]
  if (response === undefined) {
    return { problems: [`the status ${answer.status} is not in the contract`], body: undefined, code: undefined }
  }
  const { problems, body } = judgeBody(operation.method, response, answer)
  const code = codeOf(body)
  const definition = code === undefined ? undefined : contract.faults[code]
  return {
    problems: [
      ...problems,
      ...response.headers.flatMap((header) => judgeHeader(header, answer.headers.get(header.name))),
      ...(definition !== undefined && definition.status !== answer.status
        ? [`fault ${code} comes with ${definition.status}, not with ${answer.status}`]
        : []),
    ],
    body,
    code,
  }
}

function judgeBody(
  method: string,
  { content }: ResponseContract,
  { status, headers, text }: ReceivedAnswer,
): Pick<Verdict, 'problems' | 'body'> {
  const declared = Object.keys(content)
  // A body that the contract does not declare is tolerated, because nobody has to read it. That of a redirect is never read.
  if (declared.length === 0 || isWithoutBody(method, status) || (status >= 300 && status < 400)) {
    return { problems: [], body: undefined }
  }
  // Documented samples have JSON without a Content-Type.
  const mediaType = headers.get('Content-Type') ?? assumedType(content)
  const [, media] = findMediaType(content, mediaType) ?? []
  if (media === undefined) {
    return { problems: [`the body is ${essenceOf(mediaType)}, not ${declared.join(' or ')}`], body: undefined }
  }
  if (!isJsonMediaType(mediaType)) return { problems: problemsOf(media, text), body: undefined }
  if (text === '') return { problems: ['there is no body'], body: undefined }
  const parsed = parse(text)
  if (parsed === undefined) return { problems: ['the body is not JSON'], body: undefined }
  return { problems: problemsOf(media, parsed.value), body: parsed.value }
}

function problemsOf({ validate = () => [] }: MediaType, value: unknown): readonly string[] {
  return validate(value).map(({ pointer, message }) => {
    return `the body${pointer === '' ? '' : ` at ${pointer}`} ${message}`.trim()
  })
}

function judgeHeader(header: ResponseHeader, text: string | null): readonly string[] {
  const { name, required, validate } = header
  if (text === null) return required ? [`the header ${name} is missing`] : []
  return validate(parseHeaderText(header, text)).map(({ message }) => `the header ${name} ${message}`)
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) }
  } catch {
    return undefined
  }
}
