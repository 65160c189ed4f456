import type { Parameter, ResponseHeader } from '@partner-upgrades/spec'
import type { IncomingMessage } from './message.ts'
import type { RequestProblem } from './rejection.ts'
import { queryOf } from './request-target.ts'

/** The parameters of one request, as values, by place and name as the contract spells it. */
export interface ParameterValues {
  /** Path parameters. */
  readonly path: Readonly<Record<string, unknown>>
  /** Query parameters; one that was not sent is absent. */
  readonly query: Readonly<Record<string, unknown>>
  /** Header parameters; one that was not sent is absent. */
  readonly header: Readonly<Record<string, unknown>>
}

/** Reads the parameters of a request, and adds to `problems` whatever is wrong with them. */
export function readParameters(
  parameters: readonly Parameter[],
  path: Readonly<Record<string, string>>,
  message: IncomingMessage,
  problems: RequestProblem[],
): ParameterValues {
  const values: Record<Parameter['in'], Record<string, unknown>> = { path: {}, query: {}, header: {} }
  const hasQuery = parameters.some((parameter) => parameter.in === 'query')
  const query = hasQuery ? new URLSearchParams(queryOf(message.target)) : undefined
  for (const parameter of parameters) {
    const { name, in: place } = parameter
    const value = place === 'query' ? queryValue(parameter, query) : parsed(parameter, textOf(parameter, path, message))
    if (value === undefined) {
      if (parameter.required)
        problems.push({ in: place, name, pointer: '', keyword: 'required', message: 'is missing' })
      continue
    }
    for (const problem of parameter.validate(value)) problems.push({ ...problem, in: place, name })
    values[place][name] = value
  }
  return values
}

/** The value that a text stands for. What does not parse stays text, for the schema to refuse. */
export function parseText(type: Parameter['type'], text: string, items: Parameter['items'] = 'string'): unknown {
  switch (type) {
    case 'string':
      return text
    case 'number':
    case 'integer':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'array':
      return text === '' ? [] : text.split(',').map((item) => parseText(items, item.trim()))
  }
}

/** The value of a response header as its schema sees it. */
export function parseHeader(header: ResponseHeader, text: string): unknown {
  return parseText(header.type, text)
}

function textOf(
  { name, in: place }: Parameter,
  path: Readonly<Record<string, string>>,
  message: IncomingMessage,
): string | null | undefined {
  return place === 'path' ? path[name] : message.header(name.toLowerCase())
}

function parsed(parameter: Parameter, text: string | null | undefined): unknown {
  return text === null || text === undefined ? undefined : parseText(parameter.type, text, parameter.items)
}

function queryValue(parameter: Parameter, query: URLSearchParams | undefined): unknown {
  const texts = query?.getAll(parameter.name) ?? []
  if (texts.length === 0) return undefined
  if (parameter.type === 'array' && parameter.explode === true) {
    return texts.map((text) => parseText(parameter.items ?? 'string', text))
  }
  return parsed(parameter, texts[0])
}
