import {
  decodePathText,
  type Parameter,
  parseHeaderText,
  parseParameterText,
  parseQueryText,
} from '@partner-upgrades/spec'
import type { IncomingMessage } from './message.ts'
import type { RequestProblem } from './rejection.ts'
import { queryOf } from './request-target.ts'

/** The parsed parameters of a request, by location and by name as the contract spells it. */
export interface ParameterValues {
  /** Path parameters. */
  readonly path: Readonly<Record<string, unknown>>
  /** Query parameters; one that was not sent is absent. */
  readonly query: Readonly<Record<string, unknown>>
  /** Header parameters; one that was not sent is absent. */
  readonly header: Readonly<Record<string, unknown>>
}

/**
 * Parses the parameters of a request, and adds everything wrong with them to `problems`.
 *
 * @param path Path parameters by name, as they were sent: percent-encoded.
 */
export function readParameters(
  parameters: readonly Parameter[],
  path: ReadonlyMap<string, string>,
  message: IncomingMessage,
  problems: RequestProblem[],
): ParameterValues {
  const values: Record<Parameter['in'], Record<string, unknown>> = { path: {}, query: {}, header: {} }
  const query = queryOf(message.target)
  for (const parameter of parameters) {
    const { name, in: place } = parameter
    const value = parameterValue(parameter, path, query, message)
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

function parameterValue(
  parameter: Parameter,
  path: ReadonlyMap<string, string>,
  query: string,
  message: IncomingMessage,
): unknown {
  const { name, in: place } = parameter
  if (place === 'query') return parseQueryText(parameter, query)
  const text = place === 'path' ? path.get(name) : message.header(name.toLowerCase())
  if (text === null || text === undefined) return undefined
  return place === 'path' ? parseParameterText(parameter, text, decodePathText) : parseHeaderText(parameter, text)
}
