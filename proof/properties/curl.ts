import type { Contract, Operation } from '@partner-upgrades/spec'
import { type Carrier, describeCarrier } from './subjects.ts'

/** The texts of a request. */
export interface Parts {
  /** The parameters by their names in the contract; missing ones are not sent. */
  readonly parameters: Readonly<Record<string, string>>
  /** The body; undefined for an operation without one. */
  readonly body: string | undefined
}

/** Formats a request as a shell command, with the token in a variable. */
export function toCurl(contract: Contract, operation: Operation, { parameters, body }: Parts): string {
  const headers = operation.parameters.flatMap(({ name, in: place }) =>
    place === 'header' && parameters[name] !== undefined ? [headerText(name, parameters[name])] : [],
  )
  const [mediaType = 'application/json'] = Object.keys(operation.requestBody?.content ?? {})
  const words = [
    ['curl', '-X', operation.method, quote(urlOf(contract, operation, parameters))],
    ['-H', '"Authorization: Bearer $TOKEN"'],
    ...[...(body === undefined ? [] : [`Content-Type: ${mediaType}`]), ...headers].map((header) => [
      '-H',
      quote(header),
    ]),
    ...(body === undefined ? [] : [['--data-raw', quote(body)]]),
  ]
  return words.map((line) => line.join(' ')).join(' \\\n  ')
}

/** Returns the URL of an operation with its path and query parameters. */
export function urlOf({ servers }: Contract, operation: Operation, parameters: Parts['parameters']): string {
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  )
  const query = operation.parameters.flatMap(({ name, in: place }) =>
    place === 'query' && parameters[name] !== undefined ? [`${name}=${encodeURIComponent(parameters[name])}`] : [],
  )
  return (operation.servers ?? servers)[0] + path + (query.length > 0 ? `?${query.join('&')}` : '')
}

/** Returns a request with the contract's examples. */
export function exampleParts(operation: Operation): Parts {
  const required = operation.parameters.filter((parameter) => parameter.required)
  const [media] = Object.values(operation.requestBody?.content ?? {})
  const [example] = Object.values(media?.examples ?? {})
  return {
    parameters: Object.fromEntries(required.map(({ name, example: value }) => [name, String(value)])),
    body: example && JSON.stringify(example.value),
  }
}

/** Formats a command that sends a value in its carrier. A response cannot be sent, and is shown after its request. */
export function curlOf(contract: Contract, operation: Operation, carrier: Carrier, text: string): string {
  const example = exampleParts(operation)
  if (carrier.kind === 'requestBody') return toCurl(contract, operation, { ...example, body: text })
  if (carrier.kind === 'parameter') {
    const value: unknown = JSON.parse(text)
    const parameters = { ...example.parameters, [carrier.name]: typeof value === 'string' ? value : text }
    return toCurl(contract, operation, { ...example, parameters })
  }
  return `${toCurl(contract, operation, example)}\n# and ${describeCarrier(carrier)} that is ${text}`
}

/** Formats a header for curl, which needs a semicolon for an empty value. */
function headerText(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
