import type { Operation, Parameter } from '@partner-upgrades/spec'

/** The values of a request as entered: plain texts. */
export interface RequestValues {
  /** By parameter name; missing or empty values are omitted from the request. */
  readonly parameters: Readonly<Record<string, string>>
  /** The body's text; undefined for none. */
  readonly body: string | undefined
}

/** An operation and the values for one request to it. */
export interface Situation {
  readonly operation: Operation
  readonly values: RequestValues
  /** The base URL of the service, without a slash at the end. */
  readonly baseUrl: string
}

/** A request, ready to be sent or written as a sample. */
export interface SampleRequest {
  readonly method: string
  /** The full URL, including the query. */
  readonly url: string
  /** The headers without the token, which samples take from the environment. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
}

/** Builds the request from its values. */
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

/** Returns the parameters in one location that have a value. */
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

/** Returns the example values of the specification: for required and query parameters, and for the headers that every call should send. */
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
