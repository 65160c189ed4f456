import type { Contract, Operation } from '@partner-upgrades/spec'
import { type Carrier, describeCarrier } from './subjects.ts'

/** A request in texts. */
export interface Parts {
  /** By name as the contract spells it; those that are missing are not sent. */
  readonly parameters: Readonly<Record<string, string>>
  readonly body: string
}

/** A request as a command for a shell, with the token to be filled in. */
export function toCurl(contract: Contract, operation: Operation, { parameters, body }: Parts): string {
  const headers = operation.parameters.flatMap(({ name, in: place }) =>
    place === 'header' && parameters[name] !== undefined ? [headerText(name, parameters[name])] : [],
  )
  const [mediaType = 'application/json'] = Object.keys(operation.requestBody?.content ?? {})
  const words = [
    ['curl', '-X', operation.method, quote(urlOf(contract, operation, parameters))],
    ['-H', '"Authorization: Bearer $TOKEN"'],
    ...[`Content-Type: ${mediaType}`, ...headers].map((header) => ['-H', quote(header)]),
    ['--data-raw', quote(body)],
  ]
  return words.map((line) => line.join(' ')).join(' \\\n  ')
}

/** The URL of an operation with its path parameters filled in. */
export function urlOf({ servers }: Contract, operation: Operation, parameters: Parts['parameters']): string {
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  )
  return (operation.servers ?? servers)[0] + path
}

/** The examples of a contract, as a request. */
export function exampleParts(operation: Operation): Parts {
  const required = operation.parameters.filter((parameter) => parameter.required)
  const [media] = Object.values(operation.requestBody?.content ?? {})
  const [example] = Object.values(media?.examples ?? {})
  return {
    parameters: Object.fromEntries(required.map(({ name, example: value }) => [name, String(value)])),
    body: JSON.stringify(example?.value),
  }
}

/** The command that puts a value where it travels; an answer cannot be sent, and is shown after its request. */
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

/** An empty header has an ending of its own in curl. */
function headerText(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
