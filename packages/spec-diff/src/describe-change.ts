import type { Diff } from 'api-smart-diff'
import type { ChangeLocation } from './change-location.ts'
import { describeSchemaChange, requiredWords } from './describe-schema-change.ts'
import { isArray, isObject } from './json.ts'
import { differing, shortText } from './short-text.ts'

/** Keywords that only inform readers. */
const texts: ReadonlySet<string> = new Set(
  'title summary description $comment example examples externalDocs tags links info text remedy'.split(' '),
)

/** Describes a change in words that continue the subject. */
export function describeChange(diff: Diff, location: ChangeLocation): string {
  const { kind, tail, side } = location
  const [part = '', name = ''] = tail
  if (diff.type === 'annotation' && isText(part)) return textWords(diff, part)
  if (diff.type === 'unclassified') {
    return `has changed in a way that cannot be judged (\`${tail.join('/')}\`): ${shortText(diff.after)} instead of ${shortText(diff.before)}`
  }
  if (kind === 'schema') return describeSchemaChange(diff, location)
  if (tail.length === 0) return comesOrGoes(diff, location)
  if (part === 'required') return requiredWords(diff.after === true, side)
  if (part === 'written') return `is serialized as \`${diff.after}\` instead of \`${diff.before}\``
  if (part === 'deprecated') return diff.after === true ? 'is deprecated' : 'is no longer deprecated'
  if (part === 'name' && kind !== 'fault') return `is spelled \`${diff.after}\` instead of \`${diff.before}\``
  if (kind === 'operation') return operationWords(diff, part)
  if (kind === 'fault' && part === 'operations') {
    return diff.action === 'add' ? `is expected from \`${name}\`, too` : `is no longer expected from \`${name}\``
  }
  return replaced(diff, part)
}

function isText(part: string): boolean {
  return texts.has(part) || (part.startsWith('x-') && part !== 'x-known-values')
}

function textWords({ action, before, after }: Diff, part: string): string {
  const named = part.replace(/^x-/, '')
  if (action === 'add') return `has new text: ${named} ${shortText(after)}`
  if (action === 'remove') return `has lost text: ${named} ${shortText(before)}`
  const [old, now] = differing(before, after)
  return `has different text: ${named} ${now} instead of ${old}`
}

function comesOrGoes({ action, after }: Diff, { kind, side }: ChangeLocation): string {
  const required = isObject(after) && after.required === true
  if (action === 'add') {
    if (kind === 'type') return side === 'request' ? 'is accepted, too' : 'may be returned if requested'
    if (kind === 'parameter' || (kind === 'body' && side === 'request')) {
      return required ? 'is new and must be sent' : 'is new and may be sent'
    }
    return 'is new'
  }
  if (kind === 'type') return side === 'request' ? 'is no longer accepted' : 'is no longer returned'
  if (kind === 'parameter') return 'is no longer documented; sending it is not an error'
  return 'is gone'
}

function operationWords(diff: Diff, part: string): string {
  const names = 'nothing that is sent changes, but types and generated code are named after it'
  if (part === 'path') return `is at \`${diff.after}\` instead of \`${diff.before}\`: ${names}`
  if (part === 'operationId' && diff.action === 'remove') return `no longer has an \`operationId\`: ${names}`
  if (part === 'operationId') return `is the new name of \`${diff.before}\`: ${names}`
  if (part === 'security') return `are ${waysIn(diff.after)} instead of ${waysIn(diff.before)}`
  return replaced(diff, part)
}

function waysIn(security: unknown): string {
  const ways = isArray(security) ? security.filter(isArray) : []
  return ways.map((way) => (way.length === 0 ? 'none' : way.join(' and '))).join(', or ')
}

function replaced({ before, after }: Diff, part: string): string {
  return `has ${part} ${shortText(after)} instead of ${shortText(before)}`
}
