import { fromPointer, isArray, isObject, isText, type Json, type JsonObject, valueAt } from '../grammar/json.ts'

const advice = 'Compare without regard to case.'

/**
 * Returns the text that an editor shows for a schema: its description, or that of the schema it refers to, with advice where case is
 * ignored. Undefined if there is nothing to add to its own description.
 */
export function hoverText(schema: JsonObject, document: Json): string | undefined {
  const target = referenced(schema, document)
  const own = textOf(schema) ?? (target && textOf(target))
  const isInsensitive = [schema, target].some((each) => each?.['x-case-insensitive'] === true)
  const text = isInsensitive && !own?.includes(advice) ? [own, advice].filter(isText).join(' ') : own
  return text === textOf(schema) ? undefined : text
}

/** Returns the target of a schema's reference, which may stand alone or beside `null`. */
function referenced(schema: JsonObject, document: Json): JsonObject | undefined {
  const alternatives = [schema.oneOf, schema.anyOf].find(isArray) ?? [schema]
  const references = alternatives.flatMap((each) => (isObject(each) && isText(each.$ref) ? [each.$ref] : []))
  const [reference] = references
  if (reference === undefined || references.length > 1) return undefined
  const target = valueAt(document, fromPointer(reference))
  return isObject(target) ? target : undefined
}

function textOf({ description }: JsonObject): string | undefined {
  return isText(description) && description !== '' ? description : undefined
}
