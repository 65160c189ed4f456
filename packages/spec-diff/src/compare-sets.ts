import {
  breakingIf,
  type CompareResolver,
  type ComapreContext as Context,
  type DiffTypeClassifier,
  diffFactory,
} from 'api-smart-diff'
import { isArray } from './json.ts'

/** Takes two values as wholes: either they are the same, or one stands in place of the other. */
export const compareAsWhole: CompareResolver = (context) => {
  const { before, after } = context
  const same = JSON.stringify(before.value) === JSON.stringify(after.value)
  const diffs = same ? [] : [diffFactory.replaced(before.path, before.value, after.value, context)]
  return { diffs, merged: after.value }
}

/** Breaking if a set lacks what it had. */
export const breakingIfRemoved: DiffTypeClassifier = (context) => breakingIf(lost(context).length > 0)

/** Breaking if a set has what it lacked. */
export const breakingIfAdded: DiffTypeClassifier = ({ before, after, ...rest }) =>
  breakingIfRemoved({ ...rest, before: after, after: before })

function lost({ before, after }: Context): readonly unknown[] {
  return missingFrom(before.value, after.value)
}

/** What one list has and another has not. */
export function missingFrom(list: unknown, other: unknown): readonly unknown[] {
  const kept = isArray(other) ? other : []
  return isArray(list) ? list.filter((member) => !kept.includes(member)) : []
}
