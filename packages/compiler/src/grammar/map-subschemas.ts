import { isArray, isObject, type Json } from './json.ts'
import { subschemaKeywords, subschemaListKeywords, subschemaMapKeywords } from './schema-object.ts'

/** Maps every schema directly in the value of a keyword. */
export function mapSubschemas(keyword: string, value: Json, change: (schema: Json) => Json): Json {
  if (subschemaKeywords.includes(keyword)) return change(value)
  if (subschemaListKeywords.includes(keyword) && isArray(value)) return value.map(change)
  if (subschemaMapKeywords.includes(keyword) && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, change(schema)]))
  }
  return value
}
