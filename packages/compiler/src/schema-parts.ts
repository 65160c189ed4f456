import { isArray, isObject, type Json } from './json.ts'
import { schemaKeywords, schemaListKeywords, schemaMapKeywords } from './schema-kind.ts'

/** The value of a keyword, with every schema directly in it changed. */
export function mapSchemas(keyword: string, value: Json, change: (schema: Json) => Json): Json {
  if (schemaKeywords.includes(keyword)) return change(value)
  if (schemaListKeywords.includes(keyword) && isArray(value)) return value.map(change)
  if (schemaMapKeywords.includes(keyword) && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, change(schema)]))
  }
  return value
}
