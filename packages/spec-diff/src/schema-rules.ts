import {
  annotation,
  breaking,
  breakingIf,
  type ClassifyRule,
  type CompareResolver,
  type CompareRules,
  combinaryCompareResolver,
  createFields,
  maxClassifier,
  minClassifier,
  nonBreaking,
  reverseClassifyRuleTransformer,
  transformComapreRules,
} from 'api-smart-diff'
import { alignProperties } from './align-properties.ts'
import { breakingIfAdded, breakingIfRemoved, compareAsWhole } from './compare-sets.ts'
import { conditionsComparer, conditionsKey } from './conditions.ts'
import { annotationOnly, withFallback } from './fallback-rules.ts'
import { isWiderFormat } from './formats.ts'
import type { JsonObject } from './json.ts'
import { exclusiveKey } from './normalize-schema.ts'
import { entryRules } from './property-rules.ts'
import { nothingKey } from './schema-normalizer.ts'
import { wrapAlternatives } from './wrap-alternatives.ts'

// Each rule lists the impact of adding, removing and changing a keyword for senders of a value, then for its receivers. If the second half
// is missing, the library reverses the first: what narrows requests widens responses.
const limit: ClassifyRule = [breaking, nonBreaking, breaking, nonBreaking, breaking, breaking]
const possible: ClassifyRule = [nonBreaking, breaking, breaking]
const always: ClassifyRule = [nonBreaking, nonBreaking, nonBreaking, nonBreaking, nonBreaking, nonBreaking]

const keywords: CompareRules = {
  '/type': {
    $: [breaking, nonBreaking, breakingIfRemoved, nonBreaking, breaking, breakingIfAdded],
    compare: compareAsWhole,
  },
  '/enum': {
    $: [breaking, nonBreaking, breakingIfRemoved, nonBreaking, breaking, breakingIfAdded],
    compare: compareAsWhole,
  },
  '/x-known-values': { $: always, '/*': { $: always, '/*': annotationOnly } },
  '/x-case-insensitive': { $: possible },
  '/maximum': { $: maxClassifier },
  '/exclusiveMaximum': { $: maxClassifier },
  '/maxLength': { $: maxClassifier },
  '/maxItems': { $: maxClassifier },
  '/maxProperties': { $: maxClassifier },
  '/minimum': { $: minClassifier },
  '/exclusiveMinimum': { $: minClassifier },
  '/minLength': { $: minClassifier },
  '/minItems': { $: minClassifier },
  '/minProperties': { $: minClassifier },
  '/multipleOf': {
    $: [
      breaking,
      nonBreaking,
      ({ before, after }) => breakingIf(!isMultiple(before.value, after.value)),
      nonBreaking,
      breaking,
      ({ before, after }) => breakingIf(!isMultiple(after.value, before.value)),
    ],
  },
  '/uniqueItems': { $: limit },
  // Whether one pattern allows everything that another does cannot be decided.
  '/pattern': { $: limit },
  [`/${nothingKey}`]: { $: limit },
  [`/${exclusiveKey}`]: { $: limit },
  '/format': {
    $: [
      breaking,
      nonBreaking,
      ({ before, after }) => breakingIf(!isWiderFormat(after.value, before.value)),
      nonBreaking,
      breaking,
      ({ before, after }) => breakingIf(!isWiderFormat(before.value, after.value)),
    ],
  },
  // The service fills in values missing from a request, so the default matters there.
  '/default': { $: [nonBreaking, breaking, breaking, annotation, annotation, annotation], compare: compareAsWhole },
  '/deprecated': { $: [nonBreaking, annotation, annotation, nonBreaking, annotation, annotation] },
  ...Object.fromEntries(
    ['title', 'description', '$comment', 'example', 'examples', 'externalDocs'].map((keyword) => [
      `/${keyword}`,
      annotationOnly,
    ]),
  ),
}

/** The context that the comparison of schemas depends on. */
export interface SchemaContext {
  /** Compares the targets of two references. */
  readonly references: CompareResolver
  /** The named schemas of the earlier document. */
  readonly before: JsonObject
  /** The named schemas of the later document. */
  readonly after: JsonObject
}

/** Returns the rules for comparing two schemas, with the impact of their differences on senders or receivers of the values. */
export function schemaRules(side: 'sent' | 'received', { references, before, after }: SchemaContext): CompareRules {
  const turn = (rules: CompareRules): CompareRules =>
    side === 'sent' ? rules : transformComapreRules(rules, reverseClassifyRuleTransformer)
  const schema = ($: ClassifyRule): CompareRules => ({ ...within, ...turn({ $ }), compare: references, transform })
  const within = withFallback({
    ...turn(keywords),
    '/anyOf': { ...turn({ $: limit }), compare: combinaryCompareResolver, '/*': () => alternative },
    [`/${conditionsKey}`]: { ...turn({ $: limit }), compare: conditionsComparer(before, after) },
    '/unevaluatedProperties': { ...turn({ $: limit }), compare: compareAsWhole },
    '/unevaluatedItems': { ...turn({ $: limit }), compare: compareAsWhole },
    '/items': () => limited,
    '/properties': { '/*': { ...turn(entryRules), '/schema': () => limited } },
    '/patternProperties': { '/*': () => limited },
    '/propertyNames': () => limited,
    '/additionalProperties': () => others,
  })
  const limited = schema(limit)
  const alternative = schema(possible)
  const others = schema([breaking, nonBreaking, ({ after }) => breakingIf(after.value === false)])
  return limited
}

const transform = [wrapAlternatives, alignProperties, createFields('properties', 'patternProperties', conditionsKey)]

function isMultiple(value: unknown, of: unknown): boolean {
  return typeof value === 'number' && typeof of === 'number' && Number.isInteger(value / of)
}
