// What the programs of this folder have in common. They are no part of the workspace: the proof copies them beside what the generators make
// of an edition, checks their types there, and runs them.

/** What a generated client makes of an answer. */
export interface Answer {
  readonly status: number
  /** As the client reads it; undefined for none. */
  readonly body: unknown
}

/** Headers of one request, beside those of the client. */
export type Headers = Readonly<Record<string, string>>

/** A generated client at work. */
export interface GeneratedClient {
  /** Each operation by its ID, with parameters and a body that the types of the client take. */
  readonly calls: Readonly<Record<string, (headers: Headers) => Promise<Answer>>>
  /** Reads a body by the validator that was generated for an answer. Throws if it refuses; absent where none is generated. */
  readonly parse?: (operation: string, status: number, body: unknown) => unknown
}

/** Makes a client of a service at a URL. */
export type Connect = (baseUrl: string, headers: Headers) => GeneratedClient

/** What is sent. */
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
export const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
export const subscriptionId = '899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8'
export const upgrade = { customerId, productFamily: 'Azure' }

/** A validator as zod makes it. */
interface Schema {
  parse(value: unknown): unknown
}

/** The schema of a generated module, by its name. */
export function schemaOf(module: object, name: string): Schema {
  const schema: unknown = Object.entries(module).find(([key]) => key === name)?.[1]
  if (!isSchema(schema)) throw new Error(`No schema ${name} has been generated`)
  return schema
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function'
}
