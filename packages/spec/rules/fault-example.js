import { resolvedDocument } from './support/home.js'
import { entriesOf, isObject, valueAt } from './support/json.js'
import { operationsOf } from './support/operations.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const faultExample = (fault, _options, context) => {
  if (!isObject(fault)) return []
  const operations = operationsOf(resolvedDocument(context))
  return entriesOf(fault.operations).flatMap(([id]) => {
    const content = valueAt(operations.get(id), ['responses', String(fault.status), 'content'])
    const examples = entriesOf(content).flatMap(([, mediaType]) => entriesOf(valueAt(mediaType, ['examples'])))
    const shown = examples.some(([name, example]) => {
      return name === fault.name && String(valueAt(example, ['value', 'code'])) === fault.code
    })
    if (shown || content === undefined) return []
    const message = `${id} shows no example \`${fault.name}\` of fault ${fault.code} under ${fault.status}.`
    return [{ message, path: [...context.path, 'operations', id] }]
  })
}

export default faultExample
