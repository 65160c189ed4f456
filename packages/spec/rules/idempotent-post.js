import { isObject, itemsOf } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { header: string }>} */
const idempotentPost = (pathItem, { header }, { path }) => {
  if (!isObject(pathItem) || !isObject(pathItem.post)) return []
  const parameters = [...itemsOf(pathItem.parameters), ...itemsOf(pathItem.post.parameters)]
  const found = parameters.some((parameter) => {
    return isObject(parameter) && parameter.in === 'header' && parameter.name === header
  })
  return found
    ? []
    : [{ message: `A POST can be repeated safely only with ${header}; add it.`, path: [...path, 'post'] }]
}

export default idempotentPost
