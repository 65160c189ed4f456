import { annotation, breaking, breakingIf, type ClassifyRule, type CompareRules, nonBreaking } from 'api-smart-diff'
import { createReferenceComparer } from './compare-references.ts'
import { compareAsWhole } from './compare-sets.ts'
import { annotationOnly, withFallback } from './fallback-rules.ts'
import { isObject, type JsonObject, objectAt } from './json.ts'
import { schemaRules } from './schema-rules.ts'
import { requiresMore } from './security-requirements.ts'

const breaks: CompareRules = { $: [breaking, breaking, breaking], compare: compareAsWhole }
const news: ClassifyRule = [nonBreaking, nonBreaking, nonBreaking]
const informs: CompareRules = { $: news, compare: compareAsWhole }
const ifTrue: ClassifyRule = [breaking, nonBreaking, ({ after }) => breakingIf(after.value === true)]
const ifFalse: ClassifyRule = [nonBreaking, breaking, ({ after }) => breakingIf(after.value === false)]

const texts: CompareRules = {
  ...Object.fromEntries(
    ['name', 'summary', 'description', 'tags', 'externalDocs', 'example', 'examples', 'links'].map((key) => [
      `/${key}`,
      annotationOnly,
    ]),
  ),
  '/deprecated': { $: [nonBreaking, annotation, ({ after }) => (after.value === true ? nonBreaking : annotation)] },
}

/** A new part of a request is required or optional. */
const ifRequired: ClassifyRule[0] = ({ after }) => breakingIf(isObject(after.value) && after.value.required === true)

/** Programs decide by the code, name and status of a fault, and follow its advice. */
const fault: CompareRules = withFallback(
  {
    '/name': breaks,
    '/status': breaks,
    '/parameters': breaks,
    '/actor': informs,
    '/retry': informs,
    '/operations': { $: news, '/*': informs },
  },
  annotationOnly,
)

/** The comparison rules for two normalized documents. */
export function documentRules(before: JsonObject, after: JsonObject): CompareRules {
  const references = () => createReferenceComparer(objectAt(before, 'schemas'), objectAt(after, 'schemas'))
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
      $: [breaking, breaking, ({ before, after }) => breakingIf(requiresMore(before.value, after.value))],
      compare: compareAsWhole,
    },
    '/servers': { '/*': { ...withFallback(texts), $: [nonBreaking, breaking, breaking] } },
  })
  return {
    '/operations': { '/*': { ...operation, $: [nonBreaking, breaking, breaking] } },
    '/faults': { '/*': { ...fault, $: [nonBreaking, breaking, breaking] } },
    '/texts': { '/*': annotationOnly },
    '/beyond': withFallback({}),
    '/schemas': { skip: true },
  }
}
