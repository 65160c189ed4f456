import type { Json, JsonObject } from '../../properties/document.ts'

/** A small change to one file of the specification: a mistake that somebody could make. */
export interface Mutation {
  /** The kind of change, such as `schema: drop a property`. */
  readonly operator: string
  /** The changed part of the file, for people. */
  readonly where: string
  /** The path relative to the specification's folder. */
  readonly file: string
  readonly text: string
}

/** A changed file, as an operator returns it. */
export interface Change {
  readonly operator: string
  readonly where: string
  readonly value: Json
}

/** Returns the name under which a mutation is listed. */
export function nameOf({ operator, file, where }: Mutation): string {
  return `${operator}: ${where} in ${file}`
}

/** Returns the object with a member replaced, in the same position. */
export function withMember(object: JsonObject, key: string, member: Json): JsonObject {
  return { ...object, [key]: member }
}

/** Returns the object without a member. */
export function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

/** Returns the object with a member renamed, in the same position. */
export function renamed(object: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name === from ? to : name, member]))
}
