import type { CompareTransformResolver } from 'api-smart-diff'
import { isObject } from './json.ts'
import { isChoice, splitAnnotations } from './normalize-schema.ts'

/**
 * Before a plain schema is compared with an `anyOf`, wraps the plain one as the only alternative, so that a string that may now also be
 * null is compared with the string. A schema without constraints is not wrapped, because any `anyOf` narrows it.
 */
export const wrapAlternatives: CompareTransformResolver = (before, after) => {
  if (refers(before) || refers(after) || isChoice(before) === isChoice(after)) return [before, after]
  // A schema with alternatives and other constraints is compared unchanged.
  if (hasAlternatives(before) && hasAlternatives(after)) return [before, after]
  return [choiceOf(before), choiceOf(after)]
}

function hasAlternatives(schema: unknown): boolean {
  return isObject(schema) && schema.anyOf !== undefined
}

function refers(schema: unknown): boolean {
  return !isObject(schema) || schema.$ref !== undefined
}

function choiceOf(schema: unknown): unknown {
  if (!isObject(schema) || isChoice(schema)) return schema
  const [annotations, constraints] = splitAnnotations(schema)
  return Object.keys(constraints).length === 0 ? schema : { ...annotations, anyOf: [constraints] }
}
