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
    const shown = examples.find(([name, example]) => {
      return name === fault.name && String(valueAt(example, ['value', 'code'])) === fault.code
    })
    const path = [...context.path, 'operations', id]
    if (!shown) {
      const message = `${id} has no example \`${fault.name}\` of fault ${fault.code} under ${fault.status}.`
      return content === undefined ? [] : [{ message, path }]
    }
    if (hasText(valueAt(shown[1], ['value', 'description']), fault.text)) return []
    const where = `\`${fault.name}\` of ${id} under ${fault.status}`
    return [{ message: `The example ${where} does not have the text of fault ${fault.code}.`, path }]
  })
}

/**
 * Whether a description is the text with its placeholders, such as `{0}`, filled in.
 *
 * @param {unknown} description
 * @param {unknown} text
 */
function hasText(description, text) {
  if (typeof text !== 'string' || typeof description !== 'string') return true
  const [first = '', ...others] = text.split(/\{\d+\}/)
  const last = others.pop()
  if (last === undefined) return description === first
  if (!description.startsWith(first) || !description.endsWith(last)) return false
  let at = first.length
  for (const literal of others) {
    const next = description.indexOf(literal, at + 1)
    if (next === -1) return false
    at = next + literal.length
  }
  return description.length - last.length > at
}

export default faultExample
