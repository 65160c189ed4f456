import {
  breakingIf,
  type CompareResolver,
  type ComapreContext as Context,
  type DiffTypeClassifier,
  diffFactory,
} from 'api-smart-diff'
import { isArray } from './json.ts'

/** Compares two values as wholes: either they are equal, or one replaces the other. */
export const compareAsWhole: CompareResolver = (context) => {
  const { before, after } = context
  const same = JSON.stringify(before.value) === JSON.stringify(after.value)
  const diffs = same ? [] : [diffFactory.replaced(before.path, before.value, after.value, context)]
  return { diffs, merged: after.value }
}

/** Breaking if a member was removed from a set. */
export const breakingIfRemoved: DiffTypeClassifier = (context) => breakingIf(lost(context).length > 0)

/** Breaking if a member was added to a set. */
export const breakingIfAdded: DiffTypeClassifier = ({ before, after, ...rest }) =>
  breakingIfRemoved({ ...rest, before: after, after: before })

function lost({ before, after }: Context): readonly unknown[] {
  return missingFrom(before.value, after.value)
}

/** Returns the members of a list that another list lacks. */
export function missingFrom(list: unknown, other: unknown): readonly unknown[] {
  const kept = isArray(other) ? other : []
  return isArray(list) ? list.filter((member) => !kept.includes(member)) : []
}
