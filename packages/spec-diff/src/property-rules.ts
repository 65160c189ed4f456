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

/** Judges a property, unless its flag says that it is not sent in this direction, where a change has no effect. */
const unless =
  (flag: 'readOnly' | 'writeOnly', judge: (before: JsonObject, after: JsonObject) => boolean): DiffTypeClassifier =>
  ({ before, after }) => {
    const [old, now] = [entryOf(before.value), entryOf(after.value)]
    return old[flag] === true || now[flag] === true ? annotation : breakingIf(judge(old, now))
  }

/** Does the same for a member of a property's entry. */
const unlessOf =
  (flag: 'readOnly' | 'writeOnly', judge: (isSo: boolean, property: JsonObject) => boolean): DiffTypeClassifier =>
  ({ after }) => {
    const property = entryOf(after.parent)
    return property[flag] === true ? annotation : breakingIf(judge(after.value === true, property))
  }

/**
 * The rules for an added or removed property. Senders may continue to send a removed property, unless the object is closed; receivers have
 * to do without it. A receiver of a closed object is not prepared for an additional property.
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
  // A property that becomes read-only can no longer be sent; one that ceases to be may, or must, be sent.
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
  // A copy of the object's own keyword, for the rules above.
  '/closed': { skip: true },
  // Only records the origin of the property.
  '/source': { skip: true },
}
