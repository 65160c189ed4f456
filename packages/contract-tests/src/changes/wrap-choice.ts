import type { CompareTransformResolver } from 'api-smart-diff'
import { isObject } from '../json.ts'
import { isChoice, toldAndDemanded } from './one-form.ts'

/** A value that was a text and now may be a text or null is compared with the first of these, not with the choice. */
export const wrapChoice: CompareTransformResolver = (before, after) => {
  if (refers(before) || refers(after) || isChoice(before) === isChoice(after)) return [before, after]
  return isChoice(before) ? [before, choiceOf(after)] : [choiceOf(before), after]
}

function refers(schema: unknown): boolean {
  return !isObject(schema) || schema.$ref !== undefined
}

function choiceOf(schema: unknown): unknown {
  if (!isObject(schema)) return schema
  const [told, demanded] = toldAndDemanded(schema)
  return { ...told, anyOf: [demanded] }
}
