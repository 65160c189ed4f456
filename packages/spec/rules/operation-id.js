import { homeOf } from './support/home.js'
import { isObject } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { verbs: string[] }>} */
const operationId = (operation, { verbs }, context) => {
  const id = isObject(operation) ? operation.operationId : undefined
  if (typeof id !== 'string') return []
  const path = [...context.path, 'operationId']
  const problems = []
  const [, verb = ''] = /^([^A-Z]*)(?:[A-Z][a-z\d]+)+$/.exec(id) ?? []
  if (!verbs.includes(verb)) {
    problems.push({
      message: `\`${id}\` is not a verb and a noun in camelCase; the verbs are ${verbs.join(', ')}.`,
      path,
    })
  }
  const file = homeOf(context.path, context)?.file ?? null
  if (file !== null && file !== context.document.source && !file.endsWith(`/${id}.yaml`)) {
    problems.push({ message: `The file of an operation must have its name: ${id}.yaml.`, path })
  }
  return problems
}

export default operationId
