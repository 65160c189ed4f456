import {
  type ApiDocument,
  type Content,
  type HeaderObject,
  type ResponseObject,
  resolve,
} from '../contract/document.ts'
import type { OperationPlace } from '../contract/operations.ts'
import { proseOf } from '../contract/prose.ts'
import { evidenceLine } from './evidence.ts'
import { join, oneLine } from './markdown.ts'
import { knownValues, schemaList, typeOf } from './schema.ts'

/** Lists the parameters of an operation. */
export function parameters(document: ApiDocument, { operation }: OperationPlace): string {
  const items = (operation.parameters ?? []).map((given) => {
    const parameter = resolve(document, given)
    const { name, in: where, required = false, schema = {}, description, example } = parameter
    const text = [
      `**\`${name}\`** ${where}, ${typeOf(document, schema)}${required ? ', required' : ''}.`,
      proseOf(description),
      example === undefined ? '' : `Example: \`${typeof example === 'string' ? example : JSON.stringify(example)}\`.`,
      evidenceLine(parameter['x-evidence']),
    ]
    return `- ${oneLine(text)}\n${knownValues(resolve(document, schema), 1)}`
  })
  return items.length === 0 ? '' : join(['## Parameters', items.join('')])
}

/** Describes the request body of an operation; empty if it has none. */
export function requestBody(document: ApiDocument, { operation }: OperationPlace): string {
  const body = operation.requestBody === undefined ? undefined : resolve(document, operation.requestBody)
  if (body === undefined) return ''
  return join(['## Request body', proseOf(body.description), content(document, body.content, new Set())])
}

/** Describes every response of an operation. Headers that all of them share are listed once. */
export function answers(document: ApiDocument, { operation }: OperationPlace): string {
  const responses = Object.entries(operation.responses).map(
    ([status, given]) => [status, resolve(document, given)] as const,
  )
  const [first, ...others] = responses.map(([, { headers = {} }]) => Object.keys(headers))
  const common = (first ?? []).filter((name) => others.every((names) => names.includes(name)))
  const shared = Object.entries(responses[0]?.[1].headers ?? {}).filter(([name]) => common.includes(name))
  const shown = new Set<string>()
  return join([
    '## Responses',
    shared.length === 0 ? '' : join(['Headers of every response:', headerList(document, shared)]),
    ...responses.map(([status, response]) => answer(document, status, response, common, shown)),
  ])
}

function answer(
  document: ApiDocument,
  status: string,
  response: ResponseObject,
  common: readonly string[],
  shown: Set<string>,
): string {
  const own = Object.entries(response.headers ?? {}).filter(([name]) => !common.includes(name))
  return join([
    `### ${status}`,
    proseOf(response.description),
    evidenceLine(response['x-evidence']),
    headerList(document, own),
    content(document, response.content ?? {}, shown),
  ])
}

function headerList(document: ApiDocument, headers: readonly (readonly [string, HeaderObject])[]): string {
  const items = headers.map(([name, value]) => {
    const header = resolve(document, value)
    const required = header.required === true ? ', required' : ''
    return `- ${oneLine([`**\`${name}\`** header${required}.`, proseOf(header.description), evidenceLine(header['x-evidence'])])}`
  })
  return items.join('\n')
}

/** Describes the bodies of a message. Resources in `shown` have already been described on the page. */
function content(document: ApiDocument, content: Content, shown: Set<string>): string {
  return join(
    Object.entries(content).flatMap(([type, { schema, examples }]) => {
      const name = schema === undefined ? undefined : typeOf(document, schema)
      const isKnown = name !== undefined && shown.has(name)
      if (name !== undefined) shown.add(name)
      return [
        `\`${type}\`${name === undefined ? '' : `: ${name}${isKnown ? ', as above' : ''}`}`,
        schema === undefined || isKnown ? '' : schemaList(document, schema),
        ...Object.entries(examples ?? {}).map(([example, given]) => {
          const { summary, value } = resolve(document, given)
          const isText = typeof value === 'string'
          const text = isText ? value : JSON.stringify(value, null, 2)
          const caption = `Example \`${example}\`${summary === undefined ? '' : `: ${summary}`}`
          return join([caption, `\`\`\`${isText ? 'txt' : 'json'}\n${text}\n\`\`\``])
        }),
      ]
    }),
  )
}
