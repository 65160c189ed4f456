import type { Contract, Operation, ResponseContract, ResponseHeader } from '@partner-upgrades/spec'
import { codeOf } from '../matrix/cells.ts'
import type { ReceivedAnswer } from './exchange.ts'

/** What the contract says of an answer. */
export interface Verdict {
  /** Where the answer breaks the contract, a line each; empty for one that keeps it. */
  readonly problems: readonly string[]
  /** The body, where it is JSON. */
  readonly body: unknown
  /** The fault's code, where the body is a fault. */
  readonly code: string | undefined
}

/** Compares an answer with the contract: status, headers, media type and body. */
export function judge(contract: Contract, operation: Operation, answer: ReceivedAnswer): Verdict {
  const response = responseFor(operation, answer.status)
  if (response === undefined) {
    return { problems: [`the status ${answer.status} is not in the contract`], body: undefined, code: undefined }
  }
  const { problems, body } = judgeBody(response, answer)
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

/** What the contract says about a status: by itself, by its class (`4XX`), or by default. */
export function responseFor({ responses }: Operation, status: number): ResponseContract | undefined {
  return responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default
}

/** Type and subtype in lower case, without parameters. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}

function judgeBody(
  { content }: ResponseContract,
  { headers, text }: ReceivedAnswer,
): Pick<Verdict, 'problems' | 'body'> {
  const declared = Object.keys(content)
  // A status without a body in the contract may have one all the same: nobody has to read it.
  if (declared.length === 0) return { problems: [], body: undefined }
  const given = headers.get('Content-Type')
  // Documented samples have JSON without a Content-Type.
  const mediaType = given === null ? 'application/json' : essenceOf(given)
  const media = declared.find((each) => essenceOf(each) === mediaType)
  if (media === undefined) {
    return { problems: [`the body is ${mediaType}, not ${declared.join(' or ')}`], body: undefined }
  }
  if (!/[/+]json$/.test(mediaType)) return { problems: [], body: undefined }
  if (text === '') return { problems: ['there is no body'], body: undefined }
  const parsed = parse(text)
  if (parsed === undefined) return { problems: ['the body is not JSON'], body: undefined }
  const problems = (content[media]?.validate?.(parsed.value) ?? []).map(({ pointer, message }) =>
    `the body${pointer === '' ? '' : ` at ${pointer}`} ${message}`.trim(),
  )
  return { problems, body: parsed.value }
}

function judgeHeader({ name, required, type, validate }: ResponseHeader, text: string | null): readonly string[] {
  if (text === null) return required ? [`the header ${name} is missing`] : []
  return validate(headerValue(type, text)).map(({ message }) => `the header ${name} ${message}`)
}

/** The value that the text of a header stands for; what does not parse stays text, for the schema to refuse. */
function headerValue(type: ResponseHeader['type'], text: string): unknown {
  if (type === 'boolean') return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text
  if (type === 'array') return text.split(',').map((item) => item.trim())
  return type === 'string' || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
