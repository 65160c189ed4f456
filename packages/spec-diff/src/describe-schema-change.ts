import type { Diff } from 'api-smart-diff'
import { canonicalText } from './canonical-schema.ts'
import type { ChangeLocation } from './change-location.ts'
import { missingFrom } from './compare-sets.ts'
import { conditionsKey } from './conditions.ts'
import { isArray, isObject, type JsonObject } from './json.ts'
import { exclusiveKey } from './normalize-schema.ts'
import { nothingKey } from './schema-normalizer.ts'
import { cut } from './short-text.ts'

/** Describes the change of a value that is sent or received. */
export function describeSchemaChange(diff: Diff, { tail, side }: ChangeLocation): string {
  const [keyword = '', name = ''] = tail
  const { before, after, action } = diff
  if (keyword === conditionsKey) return conditionWords(diff, name)
  if (keyword === nothingKey) return action === 'add' ? 'no longer allows any value' : 'now allows values'
  if (keyword === exclusiveKey)
    return action === 'add' ? 'must now match exactly one of its forms' : 'may now match several of its forms'
  if (keyword === 'property') return propertyWords(diff, name, side)
  if (keyword === 'anyOf' && name === '') return `is now ${action === 'add' ? 'one of several forms' : 'of any form'}`
  if (keyword === 'anyOf') return alternativeWords(diff, side)
  if (keyword === 'type') return setWords(typesIn(before), typesIn(after), side, 'any type')
  if (keyword === 'enum') return setWords(membersOf(before), membersOf(after), side, 'any value')
  if (keyword === 'x-known-values') return knownWords(diff, tail.slice(1))
  if (keyword === 'additionalProperties') {
    if (after === false) return 'may no longer have properties that are not listed'
    if (before === false) return 'may have properties that are not listed'
  }
  if (/^(?:(?:additional|pattern|unevaluated)Properties|propertyNames|(?:unevaluatedI|i)tems)?$/.test(keyword)) {
    return conditionWords({ ...diff, before: canonicalText(before, {}), after: canonicalText(after, {}) }, keyword)
  }
  if (keyword === 'uniqueItems') return after === true ? 'may no longer contain duplicates' : 'may contain duplicates'
  if (keyword === 'x-case-insensitive') return after === true ? 'may be in any case' : 'must be in the documented case'
  if (keyword === 'deprecated') return after === true ? 'is deprecated' : 'is no longer deprecated'
  if (action === 'add') return `now has \`${keyword}\` ${JSON.stringify(after)}`
  if (action === 'remove') return `no longer has \`${keyword}\` ${JSON.stringify(before)}`
  return `has \`${keyword}\` ${JSON.stringify(after)} instead of ${JSON.stringify(before)}`
}

/** Describes an added, removed or changed condition by its text. */
function conditionWords({ action, before, after }: Diff, keyword: string): string {
  const what = keyword === '' ? 'its value' : `\`${keyword}\``
  if (action === 'add') return `now has limits for ${what}: ${cut(String(after))}`
  if (action === 'remove') return `no longer has limits for ${what}: ${cut(String(before))}`
  return `has different limits for ${what}: ${cut(String(after))} instead of ${cut(String(before))}`
}

function propertyWords({ action, before, after }: Diff, flag: string, side: ChangeLocation['side']): string {
  if (flag === 'required') return requiredWords(after === true, side)
  if (flag === 'readOnly') return after === true ? 'is now in responses only' : 'is no longer in responses only'
  if (flag === 'writeOnly') return after === true ? 'is now in requests only' : 'is no longer in requests only'
  const entry = [after, before].find(isObject) ?? {}
  if (action === 'add') {
    if (side === 'response') return entry.required === true ? 'is new and always present' : 'is new'
    return entry.required === true ? 'is new and must be sent' : 'is new and may be sent'
  }
  if (side === 'response') return 'is gone'
  return entry.closed === true ? 'is no longer accepted' : 'is no longer documented; sending it is not an error'
}

/** Describes that something has become required or optional. */
export function requiredWords(required: boolean, side: ChangeLocation['side']): string {
  if (side === 'request') return required ? 'must now be sent' : 'need no longer be sent'
  return required ? 'is now always present' : 'may now be missing'
}

function alternativeWords({ action, before, after }: Diff, side: ChangeLocation['side']): string {
  const [alternative] = [after, before].filter(isObject)
  const isNull = isArray(alternative?.type) && alternative.type.join() === 'null'
  const named = isNull || alternative === undefined ? '' : `: ${cut(formOf(alternative))}`
  if (action === 'add') return `${may(isNull ? 'null' : 'of another form', side)}${named}`
  return `${noLonger(isNull ? 'null' : 'of one of its forms', side)}${named}`
}

/** Returns the name of an alternative, or else its text. */
function formOf(alternative: JsonObject): string {
  const { $ref } = alternative
  return typeof $ref === 'string'
    ? `\`${$ref.replace(/^#\/schemas\//, '').replace(/\+.*/, '')}\``
    : canonicalText(alternative, {})
}

function may(what: string, side: ChangeLocation['side']): string {
  return side === 'request' ? `may be ${what}` : `may now be ${what}`
}

function noLonger(what: string, side: ChangeLocation['side']): string {
  return side === 'request' ? `may no longer be ${what}` : `is now never ${what}`
}

function setWords(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  side: ChangeLocation['side'],
  all: string,
): string {
  if (before === undefined || after === undefined) return `is ${listed(after, all)} instead of ${listed(before, all)}`
  const [lost, gained] = [missingFrom(before, after), missingFrom(after, before)]
  if (lost.length === 0) return `${may(listed(gained, all), side)}, too`
  return gained.length === 0
    ? noLonger(listed(lost, all), side)
    : `is ${listed(after, all)} instead of ${listed(before, all)}`
}

function listed(members: readonly unknown[] | undefined, all: string): string {
  return members === undefined ? all : members.join(' or ')
}

function membersOf(value: unknown): readonly unknown[] | undefined {
  return isArray(value) ? value : undefined
}

/** Returns the types in a set, without `integer` if `number` includes it. */
function typesIn(value: unknown): readonly unknown[] | undefined {
  const types = membersOf(value)
  return types?.includes('number') ? types.filter((type) => type !== 'integer') : types
}

function knownWords({ action, before, after }: Diff, [value, about]: readonly string[]): string {
  if (about !== undefined) return `has a different description of \`${value}\``
  const [values] = [after, before].filter(isObject)
  const which = value === undefined ? Object.keys(values ?? {}) : [value]
  const names = which.map((each) => `\`${each}\``).join(', ')
  if (action === 'add') return `may be ${names}, too; the set is open`
  return `is no longer known to be ${names}; the set is open`
}
