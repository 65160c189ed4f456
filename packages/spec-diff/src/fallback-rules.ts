import { allUnclassified, annotation, type CompareRules } from 'api-smart-diff'
import { compareAsWhole } from './compare-sets.ts'

/** For values that are there for people only. */
export const annotationOnly: CompareRules = {
  $: [annotation, annotation, annotation, annotation, annotation, annotation],
  compare: compareAsWhole,
}

const unclassified: CompareRules = { $: allUnclassified, compare: compareAsWhole }

/**
 * Adds what holds for all keys without a rule: extensions only tell something, and of the rest nobody can say what a change means. (The
 * library would mix a rule for all keys into those of each.)
 */
export function withFallback(rules: CompareRules, fallback?: CompareRules): CompareRules {
  return {
    ...rules,
    '/*': ({ key }) => {
      if (Object.hasOwn(rules, `/${String(key)}`)) return {}
      return fallback ?? (String(key).startsWith('x-') ? annotationOnly : unclassified)
    },
  }
}
