import type { Operation, Parameter } from '@partner-upgrades/spec'

/** What somebody fills in to make a request: texts, as they were typed. */
export interface RequestValues {
  /** By name of the parameter; what is missing or empty is left out of the request. */
  readonly parameters: Readonly<Record<string, string>>
  /** The body's text; undefined for none. */
  readonly body: string | undefined
}

/** An operation and the values for one request to it. */
export interface Situation {
  readonly operation: Operation
  readonly values: RequestValues
  /** Where the service is, without a slash at the end. */
  readonly baseUrl: string
}

/** A request, ready to be sent or written as a sample. */
export interface SampleRequest {
  readonly method: string
  /** With the query. */
  readonly url: string
  /** Without the token: samples take that from the environment. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
}

/** The request that some values make. */
export function toRequest({ operation, values, baseUrl }: Situation): SampleRequest {
  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(values.parameters[name] ?? ''),
  )
  const query = filled(operation, values, 'query').map(
    ([{ name }, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  const { body } = values
  return {
    method: operation.method,
    url: `${baseUrl}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    headers: [
      ['Accept', 'application/json'],
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ...filled(operation, values, 'header').map(([{ name }, value]) => [name, value] as const),
    ],
    body,
  }
}

/** The parameters of one kind that have a value. */
export function filled(
  { parameters }: Operation,
  values: RequestValues,
  where: Parameter['in'],
): readonly (readonly [Parameter, string])[] {
  return parameters.flatMap((parameter) => {
    const value = values.parameters[parameter.name] ?? ''
    return parameter.in === where && value !== '' ? [[parameter, value] as const] : []
  })
}

/** The values that the specification gives as examples: each that is required, and those that the page asks callers to send. */
export function exampleValues(operation: Operation): RequestValues {
  const parameters = Object.fromEntries(
    operation.parameters.flatMap(({ name, in: where, required, example }) => {
      const isSent = required || /^ms-(requestid|correlationid|contract-version)$/i.test(name) || where === 'query'
      return isSent && example !== undefined ? [[name, textOf(example)]] : []
    }),
  )
  const examples = Object.values(operation.requestBody?.content ?? {}).flatMap(({ examples }) =>
    Object.values(examples),
  )
  const example = examples[0]?.value
  return { parameters, body: example === undefined ? undefined : JSON.stringify(example, null, 2) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
