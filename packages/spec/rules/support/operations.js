import { entriesOf, isObject } from './json.js'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * The operations of a resolved document, by operationId.
 *
 * @param {unknown} document
 * @returns {Map<string, Record<string, unknown>>}
 */
export function operationsOf(document) {
  const items = entriesOf(isObject(document) ? document.paths : undefined)
  const operations = items.flatMap(([, item]) => entriesOf(item).filter(([method]) => methods.includes(method)))
  return new Map(
    operations.flatMap(([, operation]) =>
      isObject(operation) ? [/** @type {const} */ ([String(operation.operationId), operation])] : [],
    ),
  )
}
