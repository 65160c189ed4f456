import { resolvedDocument } from './support/home.js'
import { isObject, itemsOf, valueAt } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const credentialsRequired = (operation, _options, context) => {
  if (!isObject(operation)) return []
  const own = operation.security !== undefined
  const security = itemsOf(own ? operation.security : valueAt(resolvedDocument(context), ['security']))
  // Any one requirement is enough, so an empty one makes credentials optional.
  const asks = security.length > 0 && security.every((each) => isObject(each) && Object.keys(each).length > 0)
  if (asks) return []
  const message = `${operation.operationId} accepts callers without credentials; name a scheme in \`security\`.`
  return [{ message, path: own ? [...context.path, 'security'] : context.path }]
}

export default credentialsRequired
