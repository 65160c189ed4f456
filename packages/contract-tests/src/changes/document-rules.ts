import { annotation, breaking, breakingIf, type ClassifyRule, type CompareRules, nonBreaking } from 'api-smart-diff'
import { isObject, type JsonObject, objectAt } from '../json.ts'
import { telling, withFallback } from './fallback.ts'
import { demandsMore } from './plain-security.ts'
import { createReferences } from './references.ts'
import { schemaRules } from './schema-rules.ts'
import { asWhole } from './whole.ts'

const breaks: CompareRules = { $: [breaking, breaking, breaking], compare: asWhole }
const news: ClassifyRule = [nonBreaking, nonBreaking, nonBreaking]
const informs: CompareRules = { $: news, compare: asWhole }
const ifTrue: ClassifyRule = [breaking, nonBreaking, ({ after }) => breakingIf(after.value === true)]
const ifFalse: ClassifyRule = [nonBreaking, breaking, ({ after }) => breakingIf(after.value === false)]

const texts: CompareRules = {
  ...Object.fromEntries(
    ['name', 'summary', 'description', 'tags', 'externalDocs', 'example', 'examples', 'links'].map((key) => [
      `/${key}`,
      telling,
    ]),
  ),
  '/deprecated': { $: [nonBreaking, annotation, ({ after }) => (after.value === true ? nonBreaking : annotation)] },
}

/** A new part of a request either has to be sent, or may be. */
const ifRequired: ClassifyRule[0] = ({ after }) => breakingIf(isObject(after.value) && after.value.required === true)

/** What is known of a fault: programs decide by its code, name and status, and take its advice. */
const fault: CompareRules = withFallback(
  {
    '/name': breaks,
    '/status': breaks,
    '/parameters': breaks,
    '/actor': informs,
    '/retry': informs,
    '/operations': { $: news, '/*': informs },
  },
  telling,
)

/** The rules of the library's comparison for two documents in their plain form. */
export function documentRules(before: JsonObject, after: JsonObject): CompareRules {
  const references = () => createReferences(objectAt(before, 'schemas'), objectAt(after, 'schemas'))
  const sent = schemaRules('sent', references())
  const received = schemaRules('received', references())
  const content = (schema: CompareRules): CompareRules => ({
    '/*': { ...withFallback({ ...texts, '/schema': schema }), $: [nonBreaking, breaking, breaking] },
  })
  const parameter = withFallback({ ...texts, '/required': { $: ifTrue }, '/schema': sent, '/content': content(sent) })
  const header = withFallback({
    ...texts,
    '/required': { $: ifFalse },
    '/schema': received,
    '/content': content(received),
  })
  const body = withFallback({ ...texts, '/required': { $: ifTrue }, '/content': content(sent) })
  const headers: CompareRules = { '/*': { ...header, $: [nonBreaking, breaking, breaking] } }
  const response = withFallback({ ...texts, '/headers': headers, '/content': content(received) })
  const operation = withFallback({
    ...texts,
    // Neither is ever sent. Types, and programs that were generated from the document, are named after them.
    '/operationId': { $: [annotation, breaking, breaking] },
    '/path': breaks,
    '/parameters': { '/*': { ...parameter, $: [ifRequired, nonBreaking, breaking] } },
    '/requestBody': { ...body, $: [ifRequired, breaking, breaking] },
    '/responses': { '/*': { ...response, $: [nonBreaking, breaking, breaking] } },
    '/security': {
      $: [breaking, breaking, ({ before, after }) => breakingIf(demandsMore(before.value, after.value))],
      compare: asWhole,
    },
    '/servers': { '/*': { ...withFallback(texts), $: [nonBreaking, breaking, breaking] } },
  })
  return {
    '/operations': { '/*': { ...operation, $: [nonBreaking, breaking, breaking] } },
    '/faults': { '/*': { ...fault, $: [nonBreaking, breaking, breaking] } },
    '/texts': { '/*': telling },
    '/beyond': withFallback({}),
    '/schemas': { skip: true },
  }
}
