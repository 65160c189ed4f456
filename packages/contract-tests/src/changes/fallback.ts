import { allUnclassified, annotation, type CompareRules } from 'api-smart-diff'
import { asWhole } from './whole.ts'

/** For what only tells people something. */
export const telling: CompareRules = {
  $: [annotation, annotation, annotation, annotation, annotation, annotation],
  compare: asWhole,
}

const unjudged: CompareRules = { $: allUnclassified, compare: asWhole }

/**
 * Adds what holds for all keys without a rule: extensions only tell something, and of the rest nobody can say what a change means. (The
 * library would mix a rule for all keys into those of each.)
 */
export function withFallback(rules: CompareRules, fallback?: CompareRules): CompareRules {
  return {
    ...rules,
    '/*': ({ key }) => {
      if (Object.hasOwn(rules, `/${String(key)}`)) return {}
      return fallback ?? (String(key).startsWith('x-') ? telling : unjudged)
    },
  }
}
