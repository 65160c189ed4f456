import {
  annotation,
  breaking,
  breakingIf,
  type CompareRules,
  type DiffTypeClassifier,
  nonBreaking,
} from 'api-smart-diff'
import { isObject, type JsonObject } from './json.ts'

const entryOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** One half of a rule, for what is not sent in this direction: nobody who looks that way notices. */
const unless =
  (flag: 'readOnly' | 'writeOnly', judge: (before: JsonObject, after: JsonObject) => boolean): DiffTypeClassifier =>
  ({ before, after }) => {
    const [old, now] = [entryOf(before.value), entryOf(after.value)]
    return old[flag] === true || now[flag] === true ? annotation : breakingIf(judge(old, now))
  }

/** The same for what is said of a property. */
const unlessOf =
  (flag: 'readOnly' | 'writeOnly', judge: (isSo: boolean, property: JsonObject) => boolean): DiffTypeClassifier =>
  ({ after }) => {
    const property = entryOf(after.parent)
    return property[flag] === true ? annotation : breakingIf(judge(after.value === true, property))
  }

/**
 * What it means that a property comes or goes. Who sends may go on sending a property that is gone, unless the object is closed; who
 * receives has to go without. A receiver that was promised an object without more properties is not prepared for another.
 */
export const entryRules: CompareRules = {
  $: [
    unless('readOnly', (_, property) => property.required === true),
    unless('readOnly', (property) => property.closed === true),
    annotation,
    unless('writeOnly', (_, property) => property.closed === true),
    unless('writeOnly', () => true),
    annotation,
  ],
  '/required': {
    $: [
      breaking,
      nonBreaking,
      unlessOf('readOnly', (isRequired) => isRequired),
      nonBreaking,
      breaking,
      unlessOf('writeOnly', (isRequired) => !isRequired),
    ],
  },
  // What becomes read-only can no longer be sent; what ceases to be may be sent, or has to.
  '/readOnly': {
    $: [
      annotation,
      annotation,
      ({ after }) => breakingIf(after.value === true || entryOf(after.parent).required === true),
      annotation,
      annotation,
      annotation,
    ],
  },
  '/writeOnly': {
    $: [annotation, annotation, annotation, annotation, annotation, ({ after }) => breakingIf(after.value === true)],
  },
  // Said of each property, so that the rules above can see it; the object itself says it, too.
  '/closed': { skip: true },
  // Only tells where the property comes from.
  '/source': { skip: true },
}
