import { sortedText } from './canonical-schema.ts'
import { isArray, isObject, type JsonObject, objectAt } from './json.ts'
import { typesOf } from './normalize-schema.ts'

type PartsOf = (schema: unknown) => readonly unknown[]

/** Whether no value can match two of several schemas, as far as types, fixed values and closed objects can prove it. */
export function areDisjoint(schemas: readonly unknown[], partsOf: PartsOf): boolean {
  return schemas.every((one, index) => schemas.slice(index + 1).every((other) => excludes(one, other, partsOf, 0)))
}

function excludes(one: unknown, other: unknown, partsOf: PartsOf, depth: number): boolean {
  const [left, right] = [partsOf(one).filter(isObject), partsOf(other).filter(isObject)]
  const [types, otherTypes] = [typesIn(left), typesIn(right)]
  if (types !== undefined && otherTypes !== undefined && types.every((type) => !otherTypes.includes(type))) return true
  const [values, otherValues] = [valuesIn(left), valuesIn(right)]
  if (values !== undefined && otherValues !== undefined) return values.every((value) => !otherValues.includes(value))
  if (types?.join() !== 'object' || otherTypes?.join() !== 'object' || depth > 3) return false
  return (
    lacks(left, right) ||
    lacks(right, left) ||
    requiredIn(left)
      .filter((name) => requiredIn(right).includes(name))
      .some((name) => excludes(propertyIn(left, name), propertyIn(right, name), partsOf, depth + 1))
  )
}

/** Whether closed objects of one schema forbid a property that the other requires. */
function lacks(closed: readonly JsonObject[], other: readonly JsonObject[]): boolean {
  return closed
    .filter((part) => part.additionalProperties === false && part.patternProperties === undefined)
    .some((part) => requiredIn(other).some((name) => !Object.hasOwn(objectAt(part, 'properties'), name)))
}

/** Returns the types that all parts allow; undefined if any type is allowed. */
function typesIn(parts: readonly JsonObject[]): readonly string[] | undefined {
  const listed = parts
    .filter(({ type }) => type !== undefined)
    .map(({ type, nullable }) => [
      ...typesOf(type).flatMap((each) => (each === 'number' ? ['integer', 'number'] : [each])),
      ...(nullable === true ? ['null'] : []),
    ])
  return intersection(listed)
}

/** Returns the values that all parts allow; undefined if any value is allowed. */
function valuesIn(parts: readonly JsonObject[]): readonly string[] | undefined {
  const listed = parts.flatMap(({ const: only, enum: values }) => {
    if (only !== undefined) return [[sortedText(only)]]
    return isArray(values) ? [values.map(sortedText)] : []
  })
  return intersection(listed)
}

function intersection(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first, ...others] = lists
  return first?.filter((each) => others.every((list) => list.includes(each)))
}

function requiredIn(parts: readonly JsonObject[]): readonly string[] {
  return parts.flatMap(({ required }) => (isArray(required) ? required.map(String) : []))
}

function propertyIn(parts: readonly JsonObject[], name: string): unknown {
  const found = parts.map((part) => objectAt(part, 'properties')[name]).filter((schema) => schema !== undefined)
  return found.length === 1 ? found[0] : { allOf: found }
}
