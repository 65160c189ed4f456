import { isList, isObject, type JsonObject } from '../../properties/document.ts'
import { type Change, withMember, without } from './mutation.ts'

const actors = ['nobody', 'developer', 'partner', 'customer', 'microsoft']
const retries = ['never', 'later', 'afterAction']

/** Mutates the file of a fault. */
export function* mutateFault(fault: JsonObject): Generator<Change> {
  const where = String(fault.code)
  const change = (operator: string, key: string, member: JsonObject[string]): Change => ({
    operator: `fault: ${operator}`,
    where,
    value: withMember(fault, key, member),
  })
  yield change('change the status', 'status', fault.status === 403 ? 400 : 403)
  yield change('misspell the text', 'text', String(fault.text).replace(/[aeiou]/, 'y'))
  if (isList(fault.earlierTexts) && fault.earlierTexts.length > 0)
    yield change('leave out earlier texts', 'earlierTexts', [])
  yield change('rename', 'name', `${fault.name}Renamed`)
  yield change('change who must act', 'actor', following(actors, fault.actor))
  yield change('change whether to retry', 'retry', following(retries, fault.retry))
  const operations = isObject(fault.operations) ? fault.operations : {}
  for (const operation of Object.keys(operations)) {
    const value = withMember(fault, 'operations', without(operations, operation))
    yield { operator: 'fault: drop an operation', where: `${where} ${operation}`, value }
  }
  const parameters = isList(fault.parameters) ? fault.parameters : []
  for (const [index, name] of parameters.entries()) {
    const renamed = parameters.map((other, at) => (at === index ? `${other}Renamed` : other))
    yield {
      operator: 'fault: rename what is filled in',
      where: `${where} ${name}`,
      value: withMember(fault, 'parameters', renamed),
    }
  }
}

/** Mutates the list of plausible faults, which no documentation mentions for upgrades. */
export function* mutatePlausibleFaults(faults: JsonObject): Generator<Change> {
  for (const [code, fault] of Object.entries(faults)) {
    if (!isObject(fault)) continue
    const put = (key: string, member: JsonObject[string]) => withMember(faults, code, withMember(fault, key, member))
    const operator = 'plausible fault:'
    yield {
      operator: `${operator} change the status`,
      where: code,
      value: put('status', fault.status === 403 ? 400 : 403),
    }
    const misspelt = String(fault.text).replace(/[aeiou]/, 'y')
    yield { operator: `${operator} misspell the text`, where: code, value: put('text', misspelt) }
    yield { operator: `${operator} leave it out`, where: code, value: without(faults, code) }
  }
}

function following(values: readonly string[], value: unknown): string {
  return values[(values.indexOf(String(value)) + 1) % values.length] ?? ''
}
