import type { Property, Resource } from './resources.ts'
import { type Kind, unknownProperty } from './values.ts'

/** A value of a resource, and whether the pages allow it. */
export interface Case {
  readonly what: string
  readonly value: unknown
  readonly fits: boolean
}

type Members = Readonly<Record<string, unknown>>

/** Returns values that differ in one property from the minimal valid one. */
export function casesOf(resource: Resource): readonly Case[] {
  const least = leastOf(resource)
  const own = Object.entries(resource.properties).flatMap(([name, property]) => casesOfProperty(least, name, property))
  return [
    { what: 'nothing but what is needed', value: least, fits: true },
    { what: 'a property that is not on the page', value: { ...least, ...unknownProperty }, fits: true },
    ...[null, 'text', 1, [least]].map((value) => ({
      what: `${JSON.stringify(value)} in its place`,
      value,
      fits: false,
    })),
    ...own,
  ]
}

function casesOfProperty(least: Members, name: string, property: Property): readonly Case[] {
  const { kind, needed, list } = property
  const put = (value: unknown): Members => ({ ...least, [name]: list ? [value] : value })
  const { [name]: _, ...without } = least
  const absent = { what: `no ${name}`, value: without, fits: needed !== true }
  const empty = { what: `${name} that is null`, value: { ...least, [name]: null }, fits: needed !== true }
  const listed = list
    ? [
        { what: `${name} that is empty`, value: { ...least, [name]: [] }, fits: true },
        { what: `${name} that is no list`, value: { ...least, [name]: {} }, fits: false },
      ]
    : []
  return [
    absent,
    empty,
    ...listed,
    ...inner(kind).map(({ what, value, fits }) => ({ what: `${name}: ${what}`, value: put(value), fits })),
  ]
}

function inner(kind: Kind | Resource): readonly Case[] {
  if ('properties' in kind) return casesOf(kind).filter(({ value }) => value !== null)
  const say = (value: unknown) => JSON.stringify(value)
  return [
    ...kind.takes.map((value) => ({ what: say(value), value, fits: true })),
    ...kind.refuses.map((value) => ({ what: say(value), value, fits: false })),
  ]
}

function leastOf({ properties }: Resource): Members {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { kind, needed, list }]) => {
      if (!needed) return []
      if (list) return [[name, []]]
      return 'takes' in kind ? [[name, kind.takes[0]]] : []
    }),
  )
}
