import fc, { type Arbitrary } from 'fast-check'
import { isList, isObject, type Json } from './document.ts'

/** Damages one part of a value; `undefined` removes the part. */
type Damage = (part: Json) => Json | undefined

const damages: readonly Damage[] = [
  () => undefined,
  () => undefined,
  () => null,
  () => '',
  () => 0,
  () => 1.5,
  () => true,
  () => [],
  () => ({}),
  (part) => [part],
  (part) => ({ value: part }),
  (part) => (typeof part === 'string' ? `${part} ` : JSON.stringify(part)),
  (part) => (typeof part === 'string' ? part.slice(1) : [part, part]),
  (part) => (isObject(part) ? renameFirst(part) : isList(part) ? [...part, null] : `${part}\n`),
  (part) => (isObject(part) ? Object.fromEntries([...Object.entries(part), ...namesOfPrototypes]) : part),
]

const namesOfPrototypes: readonly (readonly [string, Json])[] = [
  ['__proto__', {}],
  ['constructor', 1],
]

/** Returns the object with the name of its first property in upper case. */
function renameFirst(value: { readonly [key: string]: Json }): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, member], index) => [index === 0 ? key.toUpperCase() : key, member]),
  )
}

/** Generates values with one damaged part at any depth. */
export function spoilt(values: Arbitrary<Json>): Arbitrary<Json> {
  return fc.tuple(values, fc.nat(), fc.constantFrom(...damages)).map(([value, at, damage]) => {
    const parts = partsOf(value)
    return change(value, parts[at % parts.length] ?? [], damage) ?? null
  })
}

type Path = readonly (string | number)[]

function partsOf(value: Json, path: Path = []): readonly Path[] {
  if (isList(value)) return [path, ...value.flatMap((item, index) => partsOf(item, [...path, index]))]
  if (!isObject(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => partsOf(member, [...path, key]))]
}

function change(value: Json, [key, ...rest]: Path, damage: Damage): Json | undefined {
  if (key === undefined) return damage(value)
  if (isList(value)) {
    return value.flatMap((item, index) => {
      const changed = index === key ? change(item, rest, damage) : item
      return changed === undefined ? [] : [changed]
    })
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, member]) => [
    name,
    name === key ? change(member, rest, damage) : member,
  ])
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined))
}
