import type { Diff } from 'api-smart-diff'
import { canonicalText } from './canonical-schema.ts'
import type { ChangeLocation } from './change-location.ts'
import { missingFrom } from './compare-sets.ts'
import { conditionsKey } from './conditions.ts'
import { isArray, isObject, type JsonObject } from './json.ts'
import { exclusiveKey } from './normalize-schema.ts'
import { nothingKey } from './schema-normalizer.ts'
import { cut } from './short-text.ts'

/** Says what has changed of a value that is sent or received. */
export function describeSchemaChange(diff: Diff, { tail, side }: ChangeLocation): string {
  const [keyword = '', name = ''] = tail
  const { before, after, action } = diff
  if (keyword === conditionsKey) return conditionWords(diff, name)
  if (keyword === nothingKey) return action === 'add' ? 'allows no value any more' : 'allows values now'
  if (keyword === exclusiveKey)
    return action === 'add' ? 'has to match exactly one of its forms now' : 'may match several of its forms now'
  if (keyword === 'property') return propertyWords(diff, name, side)
  if (keyword === 'anyOf' && name === '') return `is ${action === 'add' ? 'one of several forms' : 'of any form'} now`
  if (keyword === 'anyOf') return alternativeWords(diff, side)
  if (keyword === 'type') return setWords(typesIn(before), typesIn(after), side, 'any type')
  if (keyword === 'enum') return setWords(membersOf(before), membersOf(after), side, 'any value')
  if (keyword === 'x-known-values') return knownWords(diff, tail.slice(1))
  if (keyword === 'additionalProperties') {
    if (after === false) return 'may no longer hold properties that are not listed'
    if (before === false) return 'may hold properties that are not listed'
  }
  if (/^(?:(?:additional|pattern|unevaluated)Properties|propertyNames|(?:unevaluatedI|i)tems)?$/.test(keyword)) {
    return conditionWords({ ...diff, before: canonicalText(before, {}), after: canonicalText(after, {}) }, keyword)
  }
  if (keyword === 'uniqueItems') return after === true ? 'may no longer hold the same twice' : 'may hold the same twice'
  if (keyword === 'x-case-insensitive')
    return after === true ? 'may be in any case' : 'has to be in the case that is shown'
  if (keyword === 'deprecated') return after === true ? 'is deprecated' : 'is no longer deprecated'
  if (action === 'add') return `has \`${keyword}\` ${JSON.stringify(after)}, which it had not`
  if (action === 'remove') return `no longer has \`${keyword}\` ${JSON.stringify(before)}`
  return `has \`${keyword}\` ${JSON.stringify(after)} in place of ${JSON.stringify(before)}`
}

/** Says what has come or gone beside other demands, by its text. */
function conditionWords({ action, before, after }: Diff, keyword: string): string {
  const what = keyword === '' ? 'what it is' : `\`${keyword}\``
  if (action === 'add') return `has limits for ${what} now: ${cut(String(after))}`
  if (action === 'remove') return `has no limits for ${what} any more: ${cut(String(before))}`
  return `has other limits for ${what}: ${cut(String(after))} in place of ${cut(String(before))}`
}

function propertyWords({ action, before, after }: Diff, flag: string, side: ChangeLocation['side']): string {
  if (flag === 'required') return requiredWords(after === true, side)
  if (flag === 'readOnly') return after === true ? 'is in answers only now' : 'is no longer in answers only'
  if (flag === 'writeOnly') return after === true ? 'is in requests only now' : 'is no longer in requests only'
  const entry = [after, before].find(isObject) ?? {}
  if (action === 'add') {
    if (side === 'response') return entry.required === true ? 'is new, and always there' : 'is new'
    return entry.required === true ? 'is new, and has to be sent' : 'is new, and may be sent'
  }
  if (side === 'response') return 'is gone'
  return entry.closed === true ? 'is no longer accepted' : 'is no longer described; sending it is not an error'
}

/** Whether something has to be there. */
export function requiredWords(required: boolean, side: ChangeLocation['side']): string {
  if (side === 'request') return required ? 'has to be sent now' : 'need not be sent any more'
  return required ? 'is always there now' : 'may be missing now'
}

function alternativeWords({ action, before, after }: Diff, side: ChangeLocation['side']): string {
  const [alternative] = [after, before].filter(isObject)
  const isNull = isArray(alternative?.type) && alternative.type.join() === 'null'
  const named = isNull || alternative === undefined ? '' : `: ${cut(formOf(alternative))}`
  if (action === 'add') return `${may(isNull ? 'null' : 'of another form', side)}${named}`
  return `${noLonger(isNull ? 'null' : 'of one of its forms', side)}${named}`
}

/** The name of an alternative, or else its text. */
function formOf(alternative: JsonObject): string {
  const { $ref } = alternative
  return typeof $ref === 'string'
    ? `\`${$ref.replace(/^#\/schemas\//, '').replace(/\+.*/, '')}\``
    : canonicalText(alternative, {})
}

function may(what: string, side: ChangeLocation['side']): string {
  return side === 'request' ? `may be ${what}` : `may be ${what} now`
}

function noLonger(what: string, side: ChangeLocation['side']): string {
  return side === 'request' ? `may no longer be ${what}` : `is never ${what} now`
}

function setWords(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  side: ChangeLocation['side'],
  all: string,
): string {
  if (before === undefined || after === undefined) return `is ${listed(after, all)} in place of ${listed(before, all)}`
  const [lost, gained] = [missingFrom(before, after), missingFrom(after, before)]
  if (lost.length === 0) return `${may(listed(gained, all), side)}, too`
  return gained.length === 0
    ? noLonger(listed(lost, all), side)
    : `is ${listed(after, all)} in place of ${listed(before, all)}`
}

function listed(members: readonly unknown[] | undefined, all: string): string {
  return members === undefined ? all : members.join(' or ')
}

function membersOf(value: unknown): readonly unknown[] | undefined {
  return isArray(value) ? value : undefined
}

/** A number includes the integers. */
function typesIn(value: unknown): readonly unknown[] | undefined {
  const types = membersOf(value)
  return types?.includes('number') ? types.filter((type) => type !== 'integer') : types
}

function knownWords({ action, before, after }: Diff, [value, about]: readonly string[]): string {
  if (about !== undefined) return `has other words about \`${value}\``
  const [values] = [after, before].filter(isObject)
  const which = value === undefined ? Object.keys(values ?? {}) : [value]
  const names = which.map((each) => `\`${each}\``).join(', ')
  if (action === 'add') return `may be ${names}, too, as is known now; the set is open`
  return `is no longer known to be ${names}; the set is open`
}
