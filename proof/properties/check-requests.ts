import type { Handle } from '@partner-upgrades/mocks/core'
import type { Contract, Operation, Parameter } from '@partner-upgrades/spec'
import fc, { type Arbitrary } from 'fast-check'
import { exampleParts, type Parts, toCurl, urlOf } from './curl.ts'
import type { Json } from './document.ts'
import type { Engine, Judge } from './engine.ts'
import { valuesOf } from './generate.ts'
import { type Report, type RunOptions, runProperty } from './run-property.ts'
import { spoilt } from './spoil.ts'
import { type Subject, subjectsOf } from './subjects.ts'

/**
 * Sends requests generated from the schemas of an operation, and checks that exactly those that an independent engine
 * finds invalid are rejected with a 400.
 */
export async function checkRequests(
  contract: Contract,
  operation: Operation,
  document: Json,
  engine: Engine,
  handle: Handle,
  options: RunOptions,
): Promise<Report> {
  const subjects = subjectsOf(document, operation)
  const judges = new Map<string, Judge>()
  const texts: Record<string, Arbitrary<string | undefined>> = {}
  let body: Arbitrary<string | undefined> = fc.constant(exampleParts(operation).body)
  for (const { carrier, schema } of subjects) {
    if (carrier.kind === 'parameter') {
      const parameter = operation.parameters.find(({ name }) => name === carrier.name)
      if (parameter === undefined) throw new Error(`the contract lacks ${carrier.name}`)
      judges.set(carrier.name, await engine(schema.pointer))
      texts[carrier.name] = parameterTexts(parameter, schema, document)
    }
    if (carrier.kind === 'requestBody') {
      judges.set('', await engine(schema.pointer))
      const values = valuesOf(schema.value, document)
      body = fc.oneof({ weight: 3, arbitrary: values }, spoilt(values)).map((value) => JSON.stringify(value))
    }
  }
  const parts: Arbitrary<Parts> = fc.record({ parameters: fc.record(texts).map(withoutMissing), body })

  return runProperty(parts, options, async (request) => {
    const judge = (name: string, text: string) => judges.get(name)?.(text) ?? true
    const valid =
      (request.body === undefined || judge('', request.body)) &&
      operation.parameters.every(({ name, type }) => {
        const text = request.parameters[name]
        return text === undefined || judge(name, toJson(type, text))
      })
    const answer = await handle(toRequest(contract, operation, request))
    if (answer !== undefined && (answer.status !== 400) === valid) return { valid }
    const said = answer ? `${answer.status} ${await answer.text()}` : 'nothing'
    const disagreement = `${operation.id}: a request that is ${valid ? 'valid' : 'invalid'} gets ${said}`
    return { valid, disagreement: `${disagreement}\n${toCurl(contract, operation, request)}` }
  })
}

function withoutMissing(texts: Readonly<Record<string, string | undefined>>): Parts['parameters'] {
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Generates texts that a header or a path can hold, mostly typical ones; optional parameters may be missing. */
function parameterTexts(
  parameter: Parameter,
  { value }: Subject['schema'],
  document: Json,
): Arbitrary<string | undefined> {
  // Values that only the service can supply, such as continuation tokens, cannot be generated.
  if (!parameter.required && parameter.example === undefined) return fc.constant(undefined)
  const typical = fc.constant(String(parameter.example))
  // The syntax of such a value, for example a filter, is documented in prose only.
  if (parameter.in === 'query' && isAnyText(value)) return fc.option(typical, { nil: undefined })
  const fits = (text: string) =>
    parameter.in === 'header' ? inHeader(text) : parameter.in === 'path' ? inPath(text) : inQuery(text)
  const made = valuesOf(value, document)
    .map((json) => (typeof json === 'string' ? json : JSON.stringify(json)))
    .filter(fits)
  const free = fc.string({ maxLength: 6 }).filter(fits)
  const sent = fc.oneof(
    { weight: 12, arbitrary: typical },
    { weight: 4, arbitrary: made },
    { weight: 1, arbitrary: free },
  )
  return parameter.required ? sent : fc.option(sent, { nil: undefined })
}

function isAnyText(schema: Json | undefined): boolean {
  const keywords = Object.entries(schema ?? {}).filter(([name]) => !/^(description|examples?|x-.*)$/.test(name))
  return JSON.stringify(keywords) === '[["type","string"]]'
}

function inHeader(text: string): boolean {
  return /^[\x21-\x7e]?(?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)
}

function inPath(text: string): boolean {
  return text !== '' && !/\p{Surrogate}/u.test(text) && !/^\.\.?$/.test(text)
}

function inQuery(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

function toJson(type: Parameter['type'], text: string): string {
  if (type === 'string') return JSON.stringify(text)
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}

function toRequest(contract: Contract, operation: Operation, { parameters, body }: Parts): Request {
  const headers = new Headers({ Authorization: 'Bearer token' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  for (const { name, in: place } of operation.parameters) {
    if (place === 'header' && parameters[name] !== undefined) headers.set(name, parameters[name])
  }
  return new Request(urlOf(contract, operation, parameters), {
    method: operation.method,
    headers,
    ...(body !== undefined && { body }),
  })
}
