// Shared by the programs of this folder. They are not part of the workspace: the proof copies them beside the clients generated
// from an edition, type-checks them there, and runs them.

/** A response as read by a generated client. */
export interface Answer {
  readonly status: number
  /** The body as the client reads it; undefined for none. */
  readonly body: unknown
}

/** Headers of one request, in addition to those of the client. */
export type Headers = Readonly<Record<string, string>>

/** A generated client. */
export interface GeneratedClient {
  /** Each operation by its ID, called with parameters and a body that the client's types accept. */
  readonly calls: Readonly<Record<string, (headers: Headers) => Promise<Answer>>>
  /** Parses a body with the validator generated for a response, and throws if it is invalid; absent if no validators are generated. */
  readonly parse?: (operation: string, status: number, body: unknown) => unknown
}

/** Creates a client for the service at a URL. */
export type Connect = (baseUrl: string, headers: Headers) => GeneratedClient

/** The values that the programs send. */
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
export const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
export const subscriptionId = '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8'
export const upgrade = { customerId, productFamily: 'Azure' }

/** A zod validator. */
interface Schema {
  parse(value: unknown): unknown
}

/** Returns a schema of a generated module by its name. */
export function schemaOf(module: object, name: string): Schema {
  const schema: unknown = Object.entries(module).find(([key]) => key === name)?.[1]
  if (!isSchema(schema)) throw new Error(`No schema ${name} has been generated`)
  return schema
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function'
}
