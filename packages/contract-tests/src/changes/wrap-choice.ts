import type { CompareTransformResolver } from 'api-smart-diff'
import { isObject } from '../json.ts'
import { isChoice, toldAndDemanded } from './one-form.ts'

/**
 * A value that was a text and now may be a text or null is compared with the first of these, not with the choice. What was anything at
 * all is none of the alternatives: for that, each choice is a limit.
 */
export const wrapChoice: CompareTransformResolver = (before, after) => {
  if (refers(before) || refers(after) || isChoice(before) === isChoice(after)) return [before, after]
  return [choiceOf(before), choiceOf(after)]
}

function refers(schema: unknown): boolean {
  return !isObject(schema) || schema.$ref !== undefined
}

function choiceOf(schema: unknown): unknown {
  if (!isObject(schema) || isChoice(schema)) return schema
  const [told, demanded] = toldAndDemanded(schema)
  return Object.keys(demanded).length === 0 ? schema : { ...told, anyOf: [demanded] }
}
