// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

// The shape of a compiled contract. The compiler copies this file beside its output, so that readers of a contract
// have its types without depending on the compiler.

/** How certain a fact is, the most certain first. */
export type EvidenceLevel = 'documented' | 'sdk' | 'captured' | 'vendor' | 'inferred'

/** Where a fact comes from. */
export interface Evidence {
  readonly level: EvidenceLevel
  /** A page, a source file or a capture, precise enough to find it again. */
  readonly source: string
}

/** One mismatch between a value and its schema. */
export interface Problem {
  /** JSON Pointer into the value; empty for the value itself. */
  readonly pointer: string
  /** The JSON Schema keyword that failed. */
  readonly keyword: string
  /** What was expected, without repeating the value. */
  readonly message: string
}

/** Validates a value against its schema; returns an empty list if it is valid. Never throws, and never changes the value. */
export type Validate = (value: unknown) => readonly Problem[]

/** A named example of a body in the specification. */
export interface Example {
  readonly summary?: string
  readonly value: unknown
  /** The value as JSON, present if a number in it has more digits than a JavaScript number can hold. */
  readonly json?: string
}

/** One media type of a request or response body. */
export interface MediaType {
  /** Absent if the specification gives no schema, or if any text is valid and the media type is not JSON. Takes text for a text type. */
  readonly validate?: Validate
  readonly examples: Readonly<Record<string, Example>>
}

/** A path, query or header parameter. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** How the text in the request is parsed into the value that `validate` expects. */
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  /** For arrays: the type of an item, and whether each item has its own `name=` (query only). */
  readonly items?: 'string' | 'number' | 'integer' | 'boolean'
  readonly explode?: boolean
  readonly validate: Validate
  readonly example?: unknown
}

/** A header of a response. */
export interface ResponseHeader {
  readonly name: string
  readonly required: boolean
  readonly type: Parameter['type']
  /** For arrays: the type of an item. */
  readonly items?: NonNullable<Parameter['items']>
  readonly validate: Validate
  readonly example?: unknown
}

/** The response of an operation with one status, as specified. */
export interface ResponseContract {
  readonly description: string
  readonly headers: readonly ResponseHeader[]
  /** By media type; empty for a response without a body, and for a status with which HTTP allows none (1xx, 204, 205, 304). */
  readonly content: Readonly<Record<string, MediaType>>
  readonly evidence?: Evidence
}

/** One alternative of authentication: every scheme in it must be satisfied. Empty if no credentials are needed. */
export type SecurityRequirement = readonly SecurityScheme[]

/** A security scheme of the specification. */
export interface SecurityScheme {
  readonly name: string
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect'
  /** For `http`: `bearer`, `basic`, … in lower case. */
  readonly scheme?: string
  /** For `apiKey`: the location of the key, and its name there. */
  readonly in?: 'header' | 'query' | 'cookie'
  readonly parameterName?: string
}

/** One operation, compiled. */
export interface Operation {
  readonly id: string
  /** In upper case. */
  readonly method: string
  /** The path template as written, such as `/v1/things/{thing-id}`. */
  readonly path: string
  /** Present if the operation has its own servers instead of the contract's. */
  readonly servers?: readonly string[]
  readonly summary: string
  readonly evidence?: Evidence
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> }
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
  /** The alternatives of authentication; an empty list means that none is required. */
  readonly security: readonly SecurityRequirement[]
  /** The codes of the faults that this operation may return, ascending. */
  readonly faults: readonly string[]
}

/** Who must act before the call can succeed. */
export type Actor = 'nobody' | 'developer' | 'partner' | 'customer' | 'microsoft'

/**
 * A business fault of the service: everything known about one code. `evidence` covers code, status and text;
 * `actor`, `remedy` and `retry` are this project's interpretation of them.
 */
export interface FaultDefinition {
  readonly code: string
  /** A stable name in camelCase, suitable for a switch or a file name. */
  readonly name: string
  readonly status: number
  /** The service's text, with the placeholders `{0}`, `{1}`. Match on the code, never on the text. */
  readonly text: string
  /** The text in older tables, newest first; empty if it never changed. The service may still send one of them. */
  readonly earlierTexts: readonly string[]
  /** The names of the placeholders, in order. */
  readonly parameters: readonly string[]
  /** The operations that may return it, each with the evidence for that. */
  readonly operations: Readonly<Record<string, Evidence>>
  /** Who must act. */
  readonly actor: Actor
  /** What to do, in one or two sentences. */
  readonly remedy: string
  /** Whether repeating the request may succeed: never, later, or after the remedy. */
  readonly retry: 'never' | 'later' | 'afterAction'
  readonly evidence: Evidence
}

/** A message of a documented exchange. Bodies and header values are verbatim. */
export interface ExchangeMessage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The headers that were printed but are not replayed, each with the reason. */
  readonly omitted: readonly { readonly name: string; readonly value: string; readonly reason: string }[]
  /** The body as printed, byte for byte; empty if there is none. */
  readonly body: string
  /** Why the printed message violates the contract; absent if it does not. */
  readonly malformed?: string
}

/** A request and its response, as printed in a source. */
export interface Exchange {
  readonly name: string
  readonly operation: string
  readonly summary: string
  readonly evidence: Evidence
  readonly request: ExchangeMessage & {
    readonly method: string
    readonly url: string
  }
  readonly response: ExchangeMessage & { readonly status: number }
}

/** A whole API, compiled. */
export interface Contract {
  /** SHA-256 of the bundled document, in hex: two parts of a program use the same contract if their hashes are equal. */
  readonly hash: string
  readonly title: string
  readonly version: string
  /**
   * Server URLs, either absolute or as paths with a leading slash: one for each combination of the values of their variables, the
   * defaults first.
   */
  readonly servers: readonly string[]
  readonly operations: Readonly<Record<string, Operation>>
  /** By code. */
  readonly faults: Readonly<Record<string, FaultDefinition>>
}
