import { dereference } from '../grammar/dereference.ts'
import {
  isArray,
  isObject,
  isText,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  textAt,
  textOrEmptyAt,
} from '../grammar/json.ts'
import type { NodeType, ObjectType } from '../grammar/node-type.ts'
import { openApiObject } from '../grammar/openapi-object.ts'
import { readEvidence } from '../read/evidence.ts'
import type { FaultDefinition } from '../runtime/model.ts'

type Faults = Readonly<Record<string, FaultDefinition>>

/**
 * Extends the descriptions of a document with details that viewers neither show nor search: known values, evidence, and the headers
 * and fault codes of each operation. Text that a description already contains is not added again.
 */
export function toDescribedDocument(document: JsonObject, faults: Faults): JsonObject {
  function visit(value: Json, type: NodeType): Json {
    if (typeof type === 'string' || type.is === 'unsupported') return value
    if (type.is === 'list') return isArray(value) ? value.map((item) => visit(item, type.of)) : value
    if (!isObject(value)) return value
    if (type.is === 'map') return mapMembers(value, () => type.of)
    const fields = type.fields()
    const members = mapMembers(value, (key) => fields[key] ?? fields['*'] ?? 'data')
    // The document itself has no description, so its details are added to that of `info`.
    if (type === openApiObject)
      return {
        ...members,
        info: describe(objectAt(members, 'info'), [...plausibleFaultsOf(value), ...evidenceOf(value)]),
      }
    return 'description' in fields ? describe(members, additionsTo(value, type)) : members
  }

  function mapMembers(value: JsonObject, typeOf: (key: string) => NodeType): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, key.startsWith('x-') ? member : visit(member, typeOf(key))]),
    )
  }

  function additionsTo(value: JsonObject, type: ObjectType): readonly string[] {
    const ofOperation = type.name === 'Operation' ? [...headersOf(value, document), ...faultsOf(value, faults)] : []
    return [...knownValuesOf(value), ...ofOperation, ...evidenceOf(value)]
  }

  const whole = visit(document, openApiObject)
  return isObject(whole) ? whole : document
}

function describe(value: JsonObject, additions: readonly string[]): JsonObject {
  const own = textAt(value, 'description')?.trimEnd()
  const missing = additions.filter((addition) => own?.includes(addition) !== true)
  if (missing.length === 0) return value
  return { ...value, description: [...(own === undefined ? [] : [own]), ...missing].join('\n\n') }
}

function evidenceOf(value: JsonObject): readonly string[] {
  const evidence = readEvidence(value['x-evidence'])
  return evidence ? [`Evidence: ${evidence.level}, ${evidence.source.trim()}`] : []
}

function plausibleFaultsOf(document: JsonObject): readonly string[] {
  const lines = Object.entries(objectAt(document, 'x-plausible-faults')).map(([code, fault]) => {
    const { status, text, reason, 'x-evidence': evidence } = isObject(fault) ? fault : {}
    const [source = ''] = evidenceOf({ 'x-evidence': evidence ?? null })
    return `- ${status}, \`${code}\`: "${text}" ${reason} (inferred). ${source}`
  })
  return lines.length > 0 ? [`Plausible faults, which nothing names for any operation:\n\n${lines.join('\n')}`] : []
}

function knownValuesOf(value: JsonObject): readonly string[] {
  const lines = listAt(value, 'x-known-values')
    .filter(isObject)
    .map((known) => {
      const evidence = readEvidence(known['x-evidence'])
      const text = textAt(known, 'description')?.trim()
      return `- \`${known.value}\`${text === undefined ? '' : `: ${text}`}${evidence ? ` (${evidence.level}: ${evidence.source})` : ''}`
    })
  return lines.length > 0 ? [`Known values:\n\n${lines.join('\n')}`] : []
}

function headersOf(operation: JsonObject, document: JsonObject): readonly string[] {
  const resolve = (value: Json): JsonObject => (isObject(value) ? dereference(value, document) : {})
  const asked = listAt(operation, 'parameters').flatMap((one) => {
    const { in: place, name } = resolve(one)
    return place === 'header' && isText(name) ? [name] : []
  })
  const answers = Object.values(objectAt(operation, 'responses'))
  const answered = answers.flatMap((one) => Object.keys(objectAt(resolve(one), 'headers')))
  return [namesOf('Request headers', asked), namesOf('Response headers', answered)].flat()
}

function namesOf(title: string, names: readonly string[]): readonly string[] {
  return names.length > 0 ? [`${title}: ${[...new Set(names)].map((name) => `\`${name}\``).join(', ')}`] : []
}

/** Lists faults by the evidence that the operation has them, which is independent of the evidence for the faults themselves. */
function faultsOf(operation: JsonObject, faults: Faults): readonly string[] {
  const id = textOrEmptyAt(operation, 'operationId')
  const byLevel = new Map<string, string[]>()
  for (const { code, name, status, text, operations, evidence } of Object.values(faults)) {
    const level = operations[id]?.level
    if (level === undefined) continue
    const doubt = evidence.level === 'documented' ? '' : ` (${evidence.level})`
    byLevel.set(level, [...(byLevel.get(level) ?? []), `- ${status}, \`${code}\` ${name}${doubt}: ${text}`])
  }
  return [...byLevel].map(([level, lines]) => `Faults (${level} for this operation):\n\n${lines.join('\n')}`)
}
