import { resolvedDocument } from './support/home.js'
import { entriesOf, isObject, valueAt } from './support/json.js'
import { operationsOf } from './support/operations.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const faultAnswered = (fault, _options, context) => {
  if (!isObject(fault)) return []
  const { path } = context
  const operations = operationsOf(resolvedDocument(context))
  const status = String(fault.status)
  const listed = entriesOf(fault.operations)
  const problems = listed.flatMap(([id]) => {
    const operation = operations.get(id)
    if (!operation) return [{ message: `There is no operation ${id}.`, path: [...path, 'operations', id] }]
    if (valueAt(operation, ['responses', status]) !== undefined) return []
    return [{ message: `${id} does not declare a ${status} response.`, path: [...path, 'operations', id] }]
  })
  if (listed.length === 0) problems.push({ message: 'The fault belongs to no operation.', path: [...path] })
  if (fault.code !== path.at(-1))
    problems.push({ message: `The fault is listed as ${path.at(-1)}; its code must match.`, path: [...path, 'code'] })
  return problems
}

export default faultAnswered
