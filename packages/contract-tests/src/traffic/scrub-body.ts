import { isArray, isObject, parseJson } from '@partner-upgrades/spec-diff/document'
import type { FieldRule } from './field-rules.ts'
import { isGuid } from './pseudonyms.ts'
import { removed, type Scrubber } from './scrub-text.ts'

type Rules = (name: string) => FieldRule | undefined

const htmlInstead = '<!doctype html><title>removed</title>'

/** Scrubs a body. One that is not JSON is removed as a whole, because its contents are unknown. */
export function scrubBody(text: string, rules: Rules, scrubber: Scrubber): string {
  const value = parseJson(text)
  if (value === undefined) return text.trimStart().startsWith('<') ? htmlInstead : text === '' ? '' : removed
  return JSON.stringify(scrubValue(value, undefined, rules, scrubber))
}

/** Learns the texts in a body that will be removed. */
export function learnBody(text: string, rules: Rules, scrubber: Scrubber): void {
  learnValue(parseJson(text), undefined, rules, scrubber)
}

function learnValue(value: unknown, rule: FieldRule | undefined, rules: Rules, scrubber: Scrubber): void {
  if (isArray(value)) for (const item of value) learnValue(item, rule, rules, scrubber)
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) learnValue(member, rules(name), rules, scrubber)
  } else if (typeof value === 'string' && keeps(value, rule) === 'nothing' && !isGuid(value)) scrubber.learn(value)
}

function scrubValue(value: unknown, rule: FieldRule | undefined, rules: Rules, scrubber: Scrubber): unknown {
  if (isArray(value)) return value.map((item) => scrubValue(item, rule, rules, scrubber))
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const own = rules(name)
        return [own === undefined ? scrubber.text(name) : name, scrubValue(member, own, rules, scrubber)]
      }),
    )
  }
  // Under an unknown name, a number may identify a customer, so only its type is kept.
  if (typeof value === 'number') return rule === undefined ? (Number.isInteger(value) ? 0 : 0.5) : value
  return typeof value === 'string' ? scrubString(value, rule, scrubber) : value
}

function scrubString(value: string, rule: FieldRule | undefined, scrubber: Scrubber): string {
  if (isGuid(value)) return scrubber.pseudonyms(value)
  switch (keeps(value, rule)) {
    case 'all':
      return scrubber.knows(value) ? removed : value
    case 'text':
      return scrubber.text(value)
    case 'nothing':
      return value === '' ? '' : removed
  }
}

function keeps(value: string, rule: FieldRule | undefined): 'all' | 'text' | 'nothing' {
  if ((rule === 'date' || rule === 'text') && isDate(value)) return 'all'
  if (rule === 'word') return isWord(value) ? 'all' : 'nothing'
  return rule === 'text' ? 'text' : 'nothing'
}

/** Whether a value is a few words or a fault code, and not a mixture of letters and digits like a secret. */
function isWord(value: string): boolean {
  return value.length <= 40 && /^(?:[A-Za-z]+(?:[ _-][A-Za-z]+)*|\d{1,9})$/.test(value)
}

function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
}
