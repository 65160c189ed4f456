import { entriesOf, isObject } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { headers: string[] }>} */
const responseHeaders = (response, { headers }) => {
  if (!isObject(response)) return []
  const found = new Set(entriesOf(response.headers).map(([name]) => name.toLowerCase()))
  const missing = headers.filter((name) => !found.has(name.toLowerCase()))
  return missing.map((name) => ({ message: `The response lacks ${name}, which support needs to find a call.` }))
}

export default responseHeaders
