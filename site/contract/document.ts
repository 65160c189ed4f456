import type { Evidence } from '@partner-upgrades/spec'
import bundled from '@partner-upgrades/spec/openapi.json' with { type: 'json' }

/** A known value of an open set. */
export interface KnownValue {
  readonly value: string
  readonly description?: string
  readonly 'x-evidence'?: Evidence
}

/** The part of a JSON Schema that pages show. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly 'x-known-values'?: readonly KnownValue[]
  readonly 'x-evidence'?: Evidence
}

/** A named example of a body. */
export interface ExampleObject {
  readonly summary?: string
  readonly value: unknown
}

/** A body, by media type. */
export type Content = Readonly<
  Record<string, { readonly schema?: Schema; readonly examples?: Readonly<Record<string, ExampleObject>> }>
>

/** A parameter of an operation. */
export interface ParameterObject {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
  readonly example?: unknown
  readonly 'x-evidence'?: Evidence
}

/** A response header. */
export type HeaderObject = Omit<ParameterObject, 'name' | 'in'>

/** A response of an operation. */
export interface ResponseObject {
  readonly description: string
  readonly headers?: Readonly<Record<string, HeaderObject>>
  readonly content?: Content
  readonly 'x-evidence'?: Evidence
}

/** An operation object of the OpenAPI document. */
export interface OperationObject {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly externalDocs?: { readonly url: string; readonly description?: string }
  readonly parameters?: readonly ParameterObject[]
  readonly requestBody?: { readonly required?: boolean; readonly description?: string; readonly content: Content }
  readonly responses: Readonly<Record<string, ResponseObject>>
  readonly 'x-evidence'?: Evidence
}

/** The part of an OpenAPI document that pages show. */
export interface ApiDocument {
  readonly info: {
    readonly title: string
    readonly version: string
    readonly summary?: string
    readonly description?: string
  }
  readonly servers: readonly { readonly url: string; readonly description?: string }[]
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The document that `@partner-upgrades/spec` publishes. */
export const document: ApiDocument = bundled as unknown as ApiDocument

/**
 * Resolves a reference; properties beside `$ref` override those of its target. Returns a value without a reference unchanged.
 *
 * @throws TypeError if the reference cannot be resolved.
 */
export function resolve<T extends object>(document: ApiDocument, value: T): T {
  const $ref: unknown = Reflect.get(value, '$ref')
  if (typeof $ref !== 'string') return value
  let target: unknown = document
  for (const step of $ref.replace(/^#\//, '').split('/')) {
    target = Object(target)[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  if (typeof target !== 'object' || target === null) throw new TypeError(`${$ref} cannot be resolved`)
  const { $ref: _, ...beside } = value as T & { $ref: string }
  return { ...resolve(document, target), ...beside } as T
}
