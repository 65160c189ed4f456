import { isList, isObject, type Json, type JsonObject } from '../../properties/document.ts'
import { changedValue } from './changed-value.ts'
import { type Change, withMember } from './mutation.ts'
import { reverse } from './reversals.ts'

/** Replaces a value in a copy of the whole file. */
type Put = (value: Json) => Json

/** Mutates facts that people rely on and no schema checks, anywhere in a file: advice, evidence, defaults, known values and examples. */
export function* mutateFacts(file: JsonObject): Generator<Change> {
  yield* visit(file, [], (value) => value)
}

function* visit(value: Json, path: readonly string[], put: Put): Generator<Change> {
  if (isList(value)) {
    for (const [index, item] of value.entries())
      yield* visit(item, [...path, String(index)], (changed) =>
        put(value.map((other, at) => (at === index ? changed : other))),
      )
  }
  if (!isObject(value)) return
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, key]
    const putMember: Put = (changed) => put(withMember(value, key, changed))
    if (holdsExample(key, member, value)) yield* mutateExample(member, at, putMember)
    else {
      yield* mutateMember(key, member, at.join('/'), putMember)
      yield* visit(member, at, putMember)
    }
  }
}

function* mutateMember(key: string, member: Json, where: string, put: Put): Generator<Change> {
  if ((key === 'description' || key === 'remedy') && typeof member === 'string') {
    for (const [index, [what, text]] of reverse(member).entries())
      yield { operator: `${key}: say ${what}`, where: `${where} ${index + 1}`, value: put(text) }
  }
  if (key === 'remedy')
    yield { operator: 'remedy: advise to create again', where, value: put('Create the upgrade again.') }
  if (key === 'level')
    yield {
      operator: member === 'documented' ? 'evidence: be less sure' : 'evidence: be surer',
      where,
      value: put(member === 'documented' ? 'inferred' : 'documented'),
    }
  if (key === 'default') yield { operator: 'default: change it', where, value: put(changedValue(member)) }
  if (key === 'x-known-values' && isList(member)) yield* swapKnownValues(member, where, put)
}

function* swapKnownValues(known: readonly Json[], where: string, put: Put): Generator<Change> {
  for (const [index, one] of known.slice(1).entries()) {
    const other = known[index]
    if (!isObject(one) || !isObject(other)) continue
    const described = (value: JsonObject, like: JsonObject) =>
      withMember(value, 'description', like.description ?? null)
    const swapped = known.map((value, at) =>
      at === index ? described(other, one) : at === index + 1 ? described(one, other) : value,
    )
    yield {
      operator: 'known values: swap descriptions',
      where: `${where} ${other.value} and ${one.value}`,
      value: put(swapped),
    }
  }
}

/** Whether a member is an example: of a parameter, header or schema, or the value of a named example. */
function holdsExample(key: string, member: Json, owner: JsonObject): boolean {
  if (key === 'value') return owner.summary !== undefined
  return key === 'example' || (key === 'examples' && isList(member))
}

function* mutateExample(value: Json, path: readonly string[], put: Put): Generator<Change> {
  if (isList(value)) {
    for (const [index, item] of value.entries())
      yield* mutateExample(item, [...path, String(index)], (changed) =>
        put(value.map((other, at) => (at === index ? changed : other))),
      )
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value))
      yield* mutateExample(member, [...path, key], (changed) => put(withMember(value, key, changed)))
  } else if (value !== null && value !== '') {
    yield { operator: 'example: change a value', where: path.join('/'), value: put(changedValue(value)) }
  }
}
