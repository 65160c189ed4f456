import { type CompareResolver, diffFactory } from 'api-smart-diff'
import { canonicalText } from './canonical-schema.ts'
import { isArray, isObject, type JsonObject, mapObject, objectAt } from './json.ts'

/** The key under which a normalized schema has its conditions, which are compared as wholes, by their keywords. */
export const conditionsKey = '@conditions'

/** A constraint that is independent of others in its schema: a keyword, with those that belong to it. */
export type Condition = JsonObject

/**
 * Extracts the keywords that are independent constraints, so that adding one narrows the schema and removing one widens it. Their
 * content is not analyzed: `not`, `if`, `contains`, `prefixItems`, `dependentRequired` and `dependentSchemas`.
 */
export function takeConditions(schema: JsonObject): readonly [conditions: readonly Condition[], rest: JsonObject] {
  const { not, if: when, then, else: otherwise, contains, minContains, maxContains, prefixItems, ...others } = schema
  const { dependentRequired, dependentSchemas, [conditionsKey]: taken, ...plain } = others
  const { items, ...withoutItems } = plain
  const isTuple = isArray(prefixItems)
  const conditions: readonly Condition[] = [
    ...(isArray(taken) ? taken.filter(isObject) : []),
    ...(not === undefined || not === false ? [] : [{ not }]),
    ...(when === undefined || (saysNothing(then) && saysNothing(otherwise))
      ? []
      : [{ if: when, ...given({ then, else: otherwise }) }]),
    ...(contains === undefined || (minContains === 0 && maxContains === undefined)
      ? []
      : [{ contains, ...given({ minContains: minContains === 1 ? undefined : minContains, maxContains }) }]),
    ...(isTuple ? [{ prefixItems, ...given({ items }) }] : []),
    ...Object.entries(objectAt({ dependentRequired }, 'dependentRequired')).flatMap(([name, needed]) =>
      isArray(needed) ? needed.map((each) => ({ dependentRequired: { [name]: [each] } })) : [],
    ),
    ...Object.entries(objectAt({ dependentSchemas }, 'dependentSchemas'))
      .filter(([, needed]) => !saysNothing(needed))
      .map(([name, needed]) => ({ dependentSchemas: { [name]: needed } })),
  ]
  return [conditions, isTuple ? withoutItems : plain]
}

/** Groups the conditions by keyword, and normalizes the schemas in them. */
export function normalizeConditions(
  conditions: readonly Condition[],
  normalize: (schema: unknown) => JsonObject,
): JsonObject {
  const byKeyword: Record<string, Condition[]> = {}
  for (const condition of conditions) {
    const [keyword = ''] = Object.keys(condition)
    byKeyword[keyword] = [...(byKeyword[keyword] ?? []), normalizeCondition(condition, normalize)]
  }
  return byKeyword
}

function normalizeCondition(condition: Condition, normalize: (schema: unknown) => JsonObject): Condition {
  return Object.fromEntries(
    Object.entries(condition).map(([keyword, value]) => {
      if (keyword === 'dependentRequired' || typeof value === 'number') return [keyword, value]
      if (keyword === 'dependentSchemas') return [keyword, mapObject(objectAt(condition, keyword), normalize)]
      return [keyword, isArray(value) ? value.map(normalize) : normalize(value)]
    }),
  )
}

/** Compares conditions as sets, keyword by keyword, with the targets of their references written out. */
export function conditionsComparer(before: JsonObject, after: JsonObject): CompareResolver {
  return (context) => {
    const [old, now] = [context.before.value, context.after.value]
    const keywords = new Set([old, now].flatMap((each) => Object.keys(isObject(each) ? each : {})))
    const diffs = [...keywords].flatMap((keyword) => {
      const [was, is] = [textsOf(old, keyword, before), textsOf(now, keyword, after)]
      const lost = listed(was.filter((each) => !is.includes(each)))
      const gained = listed(is.filter((each) => !was.includes(each)))
      const path = [...context.before.path, keyword]
      if (lost !== undefined && gained !== undefined) return [diffFactory.replaced(path, lost, gained, context)]
      if (gained !== undefined) return [diffFactory.added(path, gained, context)]
      return lost === undefined ? [] : [diffFactory.removed(path, lost, context)]
    })
    return { diffs, merged: now }
  }
}

function textsOf(all: unknown, keyword: string, schemas: JsonObject): readonly string[] {
  const conditions = isObject(all) ? all[keyword] : undefined
  return isArray(conditions) ? conditions.map((condition) => canonicalText(condition, schemas)) : []
}

function listed(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(' and ')
}

function saysNothing(schema: unknown): boolean {
  return schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}

function given(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
