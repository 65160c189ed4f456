// The shape of a compiled contract. The compiler copies this file beside its output, so that whoever reads a
// contract has its types without depending on the compiler.

/** How sure we are of a fact, surest first. */
export type EvidenceLevel = 'documented' | 'sdk' | 'captured' | 'vendor' | 'inferred'

/** Where a fact comes from. */
export interface Evidence {
  readonly level: EvidenceLevel
  /** A page, a source file, a capture: enough to find it again. */
  readonly source: string
}

/** One way in which a value differs from its schema. */
export interface Problem {
  /** JSON Pointer into the value; empty for the value itself. */
  readonly pointer: string
  /** The JSON Schema keyword that failed. */
  readonly keyword: string
  /** What was expected, without repeating the value. */
  readonly message: string
}

/** Compares a value with its schema; an empty list means it is valid. Never throws, never changes the value. */
export type Validate = (value: unknown) => readonly Problem[]

/** A named example of a body, as the specification gives it. */
export interface Example {
  readonly summary?: string
  readonly value: unknown
  /** The value as JSON, present where a number in it has more digits than a number of JavaScript holds. */
  readonly json?: string
}

/** One media type of a request or response body. */
export interface MediaType {
  /** Absent where the specification gives no schema, or the media type is not JSON and any text will do. For text, takes the text. */
  readonly validate?: Validate
  readonly examples: Readonly<Record<string, Example>>
}

/** A path, query or header parameter. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** How the text of the request becomes the value that `validate` expects. */
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  /** For arrays: the type of an item, and whether each item has a `name=` of its own (query only). */
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

/** What the specification says about one status of one operation. */
export interface ResponseContract {
  readonly description: string
  readonly headers: readonly ResponseHeader[]
  /** By media type; empty for a response without a body, and for a status that HTTP allows none (1xx, 204, 205, 304). */
  readonly content: Readonly<Record<string, MediaType>>
  readonly evidence?: Evidence
}

/** One way to be let in: every scheme named must be satisfied. Empty: no credentials needed. */
export type SecurityRequirement = readonly SecurityScheme[]

/** A security scheme of the specification. */
export interface SecurityScheme {
  readonly name: string
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect'
  /** For `http`: `bearer`, `basic`, … in lower case. */
  readonly scheme?: string
  /** For `apiKey`: where the key travels, and its name there. */
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
  /** Present where the operation has servers of its own, in the place of the contract's. */
  readonly servers?: readonly string[]
  readonly summary: string
  readonly evidence?: Evidence
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> }
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>
  /** Alternatives; an empty list means that anybody may call. */
  readonly security: readonly SecurityRequirement[]
  /** Codes of the faults this operation may answer with, ascending. */
  readonly faults: readonly string[]
}

/** Who has to do something before the call can succeed. */
export type Actor = string

/**
 * A business fault of the service: everything known about one code. `evidence` covers code, status and text;
 * `actor`, `remedy` and `retry` are this project's reading of them.
 */
export interface FaultDefinition {
  readonly code: string
  /** A stable name in camelCase, fit for a switch or a file name. */
  readonly name: string
  readonly status: number
  /** The service's text, with `{0}`, `{1}` where it fills something in. Match on the code, never on this. */
  readonly text: string
  /** The same in older tables, newest first; empty if it never changed. A service may still answer with one. */
  readonly earlierTexts: readonly string[]
  /** What the service fills in, in order. */
  readonly parameters: readonly string[]
  /** The operations that may answer with it, each with how sure we are of that. */
  readonly operations: Readonly<Record<string, Evidence>>
  /** Who must act. */
  readonly actor: Actor
  /** What to do, in one or two sentences. */
  readonly remedy: string
  /** Whether sending the same request again may succeed, and after what. */
  readonly retry: 'never' | 'later' | 'afterAction'
  readonly evidence: Evidence
}

/** A message of a documented exchange. Bodies and header values are verbatim. */
export interface ExchangeMessage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Headers that were printed but are not replayed, each with the reason. */
  readonly omitted: readonly { readonly name: string; readonly value: string; readonly reason: string }[]
  /** The body as printed, byte for byte; empty for none. */
  readonly body: string
  /** Present where the message is not what the contract lets through, as printed: why. */
  readonly malformed?: string
}

/** A request and its response, as a source shows them. */
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
  /** SHA-256 of the bundled document, in hex: two parts of a program agree if theirs are equal. */
  readonly hash: string
  readonly title: string
  readonly version: string
  /**
   * Server URLs, absolute or paths from a slash on: one for each combination of values that their variables list, that of the
   * defaults first.
   */
  readonly servers: readonly string[]
  readonly operations: Readonly<Record<string, Operation>>
  /** By code. */
  readonly faults: Readonly<Record<string, FaultDefinition>>
}
