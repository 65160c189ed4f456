import { isArray, isObject, type Json, type JsonObject } from '../grammar/json.ts'
import type { Evidence, EvidenceLevel } from '../runtime/model.ts'
import type { Reader } from './reader.ts'

const levels: readonly EvidenceLevel[] = ['documented', 'sdk', 'captured', 'vendor', 'inferred']

function isLevel(value: Json | undefined): value is EvidenceLevel {
  return levels.some((level) => level === value)
}

export function readEvidence(value: Json | undefined): Evidence | undefined {
  if (!isObject(value) || !isLevel(value.level) || typeof value.source !== 'string') return undefined
  return { level: value.level, source: value.source }
}

/** Reports each `x-evidence` with an unknown level. */
export function checkEvidence(value: Json, reader: Reader): void {
  if (isArray(value)) for (const item of value) checkEvidence(item, reader)
  if (!isObject(value)) return
  for (const [key, member] of Object.entries(value)) {
    if (key === 'x-evidence' && isObject(member)) checkLevel(member, reader)
    else checkEvidence(member, reader)
  }
}

export function checkLevel(evidence: JsonObject, reader: Reader): void {
  if (isLevel(evidence.level)) return
  reader.complain(evidence, 'level', `is not an evidence level; use one of ${levels.join(', ')}`)
}
