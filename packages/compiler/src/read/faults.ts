import { isObject, type JsonObject, listAt, objectAt, textAt, textOrEmptyAt } from '../grammar/json.ts'
import type { Evidence, FaultDefinition } from '../runtime/model.ts'
import { checkLevel, readEvidence } from './evidence.ts'
import type { ReadOperation } from './operation-object.ts'
import type { Reader } from './reader.ts'

const retries: readonly FaultDefinition['retry'][] = ['never', 'later', 'afterAction']

/** Reads the fault catalogue. Numeric codes are in ascending order, as keys of an object always are; others keep their order. */
export function readFaults(
  operations: ReadonlyMap<string, ReadOperation>,
  actors: readonly string[] | undefined,
  reader: Reader,
): Readonly<Record<string, FaultDefinition>> {
  const faults = objectAt(reader.bundle.document, 'x-faults')
  const names = new Map<string, string>()
  const found = Object.keys(faults).flatMap((code) => {
    const source = reader.follow(faults[code])
    if (textAt(source, 'code') !== code) reader.complain(source, 'code', `is listed as ${code}; make both the same`)
    const fault = readFault(code, source, operations, actors, reader)
    const twin = fault && names.get(fault.name)
    if (twin) reader.complain(source, 'name', `is also the name of fault ${twin}; rename one`)
    if (fault) names.set(fault.name, code)
    return fault ? [fault] : []
  })
  return Object.fromEntries(found.map((fault) => [fault.code, fault]))
}

function readFault(
  code: string,
  source: JsonObject,
  operations: ReadonlyMap<string, ReadOperation>,
  actors: readonly string[] | undefined,
  reader: Reader,
): FaultDefinition | undefined {
  const { status } = source
  const name = textOrEmptyAt(source, 'name')
  const text = textOrEmptyAt(source, 'text')
  const earlierTexts = listAt(source, 'earlierTexts').map(String)
  const parameters = listAt(source, 'parameters').map(String)
  const actor = textOrEmptyAt(source, 'actor')
  const isActor = actors === undefined ? actor !== '' : actors.includes(actor)
  const retry = retries.find((one) => one === source.retry)
  const evidence = readEvidence(source['x-evidence'])
  if (!isActor)
    reader.complain(source, 'actor', `is not an actor; use ${actors ? `one of ${actors.join(', ')}` : 'a text'}`)
  if (!retry) reader.complain(source, 'retry', `does not say whether to retry; use one of ${retries.join(', ')}`)
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) reader.complain(source, 'name', 'is not a name in camelCase; correct it')
  const gaps = gapsIn(text)
  if (gaps.size !== parameters.length) {
    reader.complain(
      source,
      'parameters',
      `names ${parameters.length} of the ${gaps.size} placeholders in the text; name each, in order`,
    )
  }
  if (earlierTexts.some((earlier) => [...gapsIn(earlier)].some((gap) => !gaps.has(gap)))) {
    reader.complain(source, 'earlierTexts', 'have a placeholder that the text lacks; number them as the text does')
  }
  const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
  if (!isStatus) reader.complain(source, 'status', 'is not the status of a fault; use a number from 400 to 599')
  if (!isActor || !retry || !evidence || !isStatus) return undefined
  const where = readFaultOperations(source, code, status, operations, reader)
  const remedy = textOrEmptyAt(source, 'remedy')
  return { code, name, status, text, earlierTexts, parameters, operations: where, actor, remedy, retry, evidence }
}

/** Finds the numbers of the placeholders in a text, which the service fills in. */
function gapsIn(text: string): ReadonlySet<string | undefined> {
  return new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, index]) => index))
}

function readFaultOperations(
  source: JsonObject,
  code: string,
  status: number,
  operations: ReadonlyMap<string, ReadOperation>,
  reader: Reader,
): Readonly<Record<string, Evidence>> {
  const listed = objectAt(source, 'operations')
  return Object.fromEntries(
    Object.entries(listed).flatMap(([id, entry]) => {
      if (reader.bundle.leftOut.has(id)) return []
      const operation = operations.get(id)
      if (!operation) {
        const known = [...operations.keys()].join(', ')
        reader.complain(listed, id, `fault ${code} names an operation that does not exist; use one of ${known}`)
      } else if (!declares(operation.plan.responses, status)) {
        reader.complain(listed, id, `fault ${code} returns ${status}, which ${id} does not declare; add that response`)
      }
      if (isObject(entry)) checkLevel(entry, reader)
      const evidence = readEvidence(entry)
      return evidence ? [[id, evidence] as const] : []
    }),
  )
}

/** Whether responses have an entry for a status: itself, its range or the default. */
export function declares(responses: Readonly<Record<string, unknown>>, status: number): boolean {
  return responseKey(responses, status) !== undefined
}

export function responseKey(responses: Readonly<Record<string, unknown>>, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return keys.find((key) => Object.hasOwn(responses, key))
}
