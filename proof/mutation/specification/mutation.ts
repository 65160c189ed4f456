import type { Json, JsonObject } from '../../properties/document.ts'

/** A small change of one file of the specification, each of which is a mistake somebody could make. */
export interface Mutation {
  /** What kind of change, such as `schema: drop a property`. */
  readonly operator: string
  /** Which part of the file, for people. */
  readonly where: string
  /** Relative to the specification's folder. */
  readonly file: string
  readonly text: string
}

/** What an operator makes of a file. */
export interface Change {
  readonly operator: string
  readonly where: string
  readonly value: Json
}

/** The name under which a mutation is listed. */
export function nameOf({ operator, file, where }: Mutation): string {
  return `${operator}: ${where} in ${file}`
}

/** The same object with a member replaced, in its place. */
export function withMember(object: JsonObject, key: string, member: Json): JsonObject {
  return { ...object, [key]: member }
}

/** The same object without a member. */
export function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

/** The same object with a member under another name, in its place. */
export function renamed(object: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name === from ? to : name, member]))
}
