import { isArray, isObject, type JsonObject, objectsAt } from '@partner-upgrades/spec-diff/document'
import { createSchemaReader, type Parts } from './schema-parts.ts'

/**
 * What may be kept of the text under a property: a `word` of a known set, a `guid`, a `date`, `text` for people with secrets
 * removed, or nothing (`hidden`).
 */
export type FieldRule = 'word' | 'guid' | 'date' | 'text' | 'hidden'

const personal =
  /name$|^(?:e-?mail|mail|phone|fax|mobile|address|street|city|zip|postal|company|organi[sz]ation|domain|contact|user|login|tenant|title)/i

/** The rules for the properties of a document. */
export interface FieldRules {
  /** Returns what may be kept under a property of this name; undefined if the document has no such property. */
  rule(name: string): FieldRule | undefined
  /** The values that the document lists, in lower case. */
  readonly vocabulary: ReadonlySet<string>
}

/** Derives from a document what may be kept of bodies. */
export function createFieldRules(document: JsonObject): FieldRules {
  const { partsOf } = createSchemaReader(document)
  const rules = new Map<string, FieldRule>()
  const vocabulary = new Set<string>()
  const seen = new Set<object>()

  function visit(value: unknown): void {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (isArray(value)) for (const item of value) visit(item)
    if (!isObject(value)) return
    if (isObject(value.properties)) {
      for (const [name, schema] of Object.entries(value.properties)) {
        const rule = ruleFor(name, partsOf(schema))
        // If properties of the same name have different rules, the value is hidden.
        const before = rules.get(name)
        rules.set(name, before === undefined || before === rule ? rule : 'hidden')
      }
    }
    for (const known of objectsAt(value, 'x-known-values')) vocabulary.add(String(known.value).toLowerCase())
    if (isArray(value.enum)) for (const known of value.enum) vocabulary.add(String(known).toLowerCase())
    for (const member of Object.values(value)) visit(member)
  }

  visit(document)
  return { rule: (name) => rules.get(name), vocabulary }
}

function ruleFor(name: string, parts: Parts): FieldRule {
  if (personal.test(name)) return 'hidden'
  if (name === 'code' || parts.some((part) => 'x-known-values' in part || 'enum' in part || 'const' in part))
    return 'word'
  const formats = new Set(parts.map(({ format }) => format))
  if (formats.has('uuid') || parts.some(({ pattern }) => isGuidPattern(pattern))) return 'guid'
  if (formats.has('date-time') || formats.has('date')) return 'date'
  return parts.some(({ type }) => type === 'string' || (isArray(type) && type.includes('string'))) ? 'text' : 'hidden'
}

/** Whether a pattern accepts a GUID and nothing shorter. Microsoft's GUIDs are often not UUIDs, so no format applies to them. */
function isGuidPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false
  const guid = '3fa85f64-5717-4562-b3fc-2c963f66afa6'
  try {
    const expression = new RegExp(pattern, 'u')
    return expression.test(guid) && !expression.test(guid.slice(1))
  } catch {
    // A pattern in another regular-expression dialect is ignored.
    return false
  }
}
