import type { Operation, Validate } from '@partner-upgrades/spec'
import { below, isList, isObject, type Json, type Place, rootOf } from './document.ts'

/** The part of a message that carries a value. */
export type Carrier =
  | { readonly kind: 'requestBody'; readonly mediaType: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'responseBody'; readonly status: string; readonly mediaType: string }
  | { readonly kind: 'responseHeader'; readonly status: string; readonly name: string }

/** A schema of an operation in the bundled document, and its validator in the contract. */
export interface Subject {
  readonly carrier: Carrier
  readonly schema: Place
  /** Undefined if the contract has none, which is correct for bodies that are not JSON. */
  readonly validate: Validate | undefined
}

/** Returns every schema of an operation: of its parameters, its request, and the headers and bodies of its responses. */
export function subjectsOf(document: Json, operation: Operation): readonly Subject[] {
  const root = below(document, rootOf(document), 'paths', operation.path, operation.method.toLowerCase())
  const under = (place: Place, ...keys: readonly (string | number)[]) => below(document, place, ...keys)
  const content = (place: Place, carrier: (mediaType: string) => Carrier, find: FindValidate): Subject[] =>
    keysOf(under(place, 'content')).map((mediaType) => ({
      carrier: carrier(mediaType),
      schema: under(place, 'content', mediaType, 'schema'),
      validate: find(mediaType),
    }))

  const parameters = listOf(under(root, 'parameters')).map((_, index): Subject => {
    const parameter = under(root, 'parameters', index)
    const name = isObject(parameter.value) ? String(parameter.value.name) : ''
    const compiled = operation.parameters.find((candidate) => candidate.name === name)
    return {
      carrier: { kind: 'parameter', name },
      schema: under(parameter, 'schema'),
      validate: compiled?.validate,
    }
  })
  const requestBody = content(
    under(root, 'requestBody'),
    (mediaType) => ({ kind: 'requestBody', mediaType }),
    (mediaType) => operation.requestBody?.content[mediaType]?.validate,
  )
  const responses = keysOf(under(root, 'responses')).flatMap((status) => {
    const response = under(root, 'responses', status)
    const compiled = operation.responses[status]
    const headers = keysOf(under(response, 'headers')).map(
      (name): Subject => ({
        carrier: { kind: 'responseHeader', status, name },
        schema: under(response, 'headers', name, 'schema'),
        validate: compiled?.headers.find((header) => header.name === name)?.validate,
      }),
    )
    const bodies = content(
      response,
      (mediaType) => ({ kind: 'responseBody', status, mediaType }),
      (mediaType) => compiled?.content[mediaType]?.validate,
    )
    return [...headers, ...bodies]
  })
  return [...parameters, ...requestBody, ...responses]
}

type FindValidate = (mediaType: string) => Validate | undefined

function keysOf({ value }: Place): readonly string[] {
  return isObject(value) ? Object.keys(value) : []
}

function listOf({ value }: Place): readonly Json[] {
  return isList(value) ? value : []
}

/** Describes a carrier in words. */
export function describeCarrier(carrier: Carrier): string {
  switch (carrier.kind) {
    case 'requestBody':
      return 'the request body'
    case 'parameter':
      return `the parameter ${carrier.name}`
    case 'responseBody':
      return `the body of a ${carrier.status} response`
    case 'responseHeader':
      return `the header ${carrier.name} of a ${carrier.status} response`
  }
}
