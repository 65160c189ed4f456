import { allUnclassified, annotation, type CompareRules } from 'api-smart-diff'
import { compareAsWhole } from './compare-sets.ts'

/** The rule for values that only inform readers. */
export const annotationOnly: CompareRules = {
  $: [annotation, annotation, annotation, annotation, annotation, annotation],
  compare: compareAsWhole,
}

const unclassified: CompareRules = { $: allUnclassified, compare: compareAsWhole }

/**
 * Adds a fallback for all keys without a rule: extensions only inform readers, and any other change cannot be judged. (The library would
 * merge a rule for all keys into those of each.)
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
