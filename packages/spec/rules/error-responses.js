import { entriesOf, isObject, valueAt } from './support/json.js'

/**
 * @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { statuses: string[], properties: string[],
 *   other: string[], ofBodies?: string[] }>}
 */
const errorResponses = (operation, { statuses, properties, other, ofBodies = [] }, { path }) => {
  const responses = valueAt(operation, ['responses'])
  const found = new Set(entriesOf(responses).map(([status]) => status))
  const takesBody = valueAt(operation, ['requestBody']) !== undefined
  const missing = [...statuses, ...(takesBody ? ofBodies : [])].filter((status) => !found.has(status))
  const problems = missing.map((status) => ({
    message: `The operation does not describe a ${status} response.`,
    path: [...path, 'responses'],
  }))
  const unlike = entriesOf(responses).filter(([status, response]) => {
    return /^[45]/.test(status) && !other.includes(status) && !hasFaultBody(response, properties)
  })
  return [
    ...problems,
    ...unlike.map(([status]) => ({
      message: `The body of ${status} is not a fault; describe it as JSON with ${properties.join(', ')}.`,
      path: [...path, 'responses', status],
    })),
  ]
}

/**
 * @param {unknown} response
 * @param {string[]} properties
 */
function hasFaultBody(response, properties) {
  const json = entriesOf(valueAt(response, ['content'])).find(([name]) => /^[^/]+\/(.+\+)?json\b/i.test(name))
  const described = valueAt(json?.[1], ['schema', 'properties'])
  return isObject(described) && properties.every((name) => Object.hasOwn(described, name))
}

export default errorResponses
