import {
  annotation,
  breaking,
  breakingIf,
  type ClassifyRule,
  type CompareRules,
  diffFactory,
  nonBreaking,
} from 'api-smart-diff'
import { createReferenceComparer } from './compare-references.ts'
import { compareAsWhole } from './compare-sets.ts'
import { annotationOnly, withFallback } from './fallback-rules.ts'
import { isObject, type JsonObject, objectAt } from './json.ts'
import { schemaRules } from './schema-rules.ts'
import { compareWays, requiresMore } from './security-requirements.ts'

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

/** Breaking if a new part of a request is required. */
const ifRequired: ClassifyRule[0] = ({ after }) => breakingIf(isObject(after.value) && after.value.required === true)

/**
 * Breaking if a new status is a success or a redirection, which may mean anything. Clients treat an unknown error like the general one of
 * its class.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
const ifUnexpected: ClassifyRule[0] = ({ after }) => breakingIf(/^[23]/.test(String(after.key)))

/** Breaking if the serialization changes for a kind of value that was allowed and still is. */
const writtenInAnotherWay: CompareRules = {
  $: [breaking, breaking, breaking],
  compare: (context) => {
    const { before, after } = context
    const [old, now] = [before.value, after.value].map((each) => (isObject(each) ? each : {})) as [
      JsonObject,
      JsonObject,
    ]
    const kinds = Object.keys(old).filter((kind) => Object.hasOwn(now, kind) && old[kind] !== now[kind])
    const listed = (written: JsonObject) => [...new Set(kinds.map((kind) => written[kind]))].join(' and ')
    const diffs = kinds.length === 0 ? [] : [diffFactory.replaced(before.path, listed(old), listed(now), context)]
    return { diffs, merged: after.value }
  },
}

/** The rules for a fault: programs depend on its code, name and status, and follow its advice. */
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

/** Returns the comparison rules for two normalized documents. */
export function documentRules(before: JsonObject, after: JsonObject): CompareRules {
  const schemas = { before: objectAt(before, 'schemas'), after: objectAt(after, 'schemas') }
  const context = () => ({ ...schemas, references: createReferenceComparer(schemas.before, schemas.after) })
  const sent = schemaRules('sent', context())
  const received = schemaRules('received', context())
  const content = (schema: CompareRules): CompareRules => ({
    '/*': { ...withFallback({ ...texts, '/schema': schema }), $: [nonBreaking, breaking, breaking] },
  })
  const value: CompareRules = {
    ...texts,
    '/written': writtenInAnotherWay,
    '/allowReserved': breaks,
    '/allowEmptyValue': { $: [nonBreaking, breaking, breaking] },
  }
  const parameter = withFallback({ ...value, '/required': { $: ifTrue }, '/schema': sent })
  const header = withFallback({ ...value, '/required': { $: ifFalse }, '/schema': received })
  const body = withFallback({ ...texts, '/required': { $: ifTrue }, '/content': content(sent) })
  const headers: CompareRules = { '/*': { ...header, $: [nonBreaking, breaking, breaking] } }
  const response = withFallback({ ...texts, '/headers': headers, '/content': content(received) })
  const operation = withFallback({
    ...texts,
    // Neither is ever sent, but types and generated code are named after them.
    '/operationId': { $: [annotation, breaking, breaking] },
    '/path': breaks,
    '/parameters': { '/*': { ...parameter, $: [ifRequired, nonBreaking, breaking] } },
    '/requestBody': { ...body, $: [ifRequired, breaking, breaking] },
    '/responses': { '/*': { ...response, $: [ifUnexpected, breaking, breaking] } },
    '/security': {
      $: [breaking, breaking, ({ before, after }) => breakingIf(requiresMore(before.value, after.value))],
      compare: compareWays,
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
