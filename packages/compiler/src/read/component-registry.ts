import { camelCase, createNames } from '../grammar/identifiers.ts'
import { fromPointer, isObject, isText, type Json } from '../grammar/json.ts'
import type { Parameter, ResponseContract, ResponseHeader } from '../runtime/model.ts'
import type { Printable } from './printable.ts'

/** The components of one kind: each is read once, and becomes a constant of the contract. */
export interface ComponentRegistry<T> {
  /**
   * Reads an entry, unless it refers to a component that was read before.
   *
   * @param variant Distinguishes different readings of the same component.
   * @param words Words for the name of an entry that is not a component.
   */
  readonly once: (
    entry: Json | undefined,
    variant: string,
    words: readonly string[],
    read: (words: readonly string[]) => T | undefined,
  ) => T | undefined
  /** The names of the constants, by their values. */
  readonly names: ReadonlyMap<T, string>
}

export interface ComponentRegistries {
  readonly parameters: ComponentRegistry<Printable<Parameter>>
  readonly headers: ComponentRegistry<Printable<ResponseHeader>>
  readonly responses: ComponentRegistry<Printable<ResponseContract>>
}

export function createComponentRegistries(): ComponentRegistries {
  const freeName = createNames()
  return {
    parameters: createComponentRegistry('parameter', freeName),
    headers: createComponentRegistry('header', freeName),
    responses: createComponentRegistry('response', freeName),
  }
}

function createComponentRegistry<T>(kind: string, freeName: (wanted: string) => string): ComponentRegistry<T> {
  const names = new Map<T, string>()
  const known = new Map<string, T | undefined>()
  const once: ComponentRegistry<T>['once'] = (entry, variant, words, read) => {
    // Anything beside a `$ref` makes it differ from the component.
    if (!isObject(entry) || !isText(entry.$ref) || Object.keys(entry).length > 1) return read(words)
    const key = `${entry.$ref} ${variant}`
    if (known.has(key)) return known.get(key)
    const own = [kind, ...fromPointer(entry.$ref).slice(2)]
    const result = read(own)
    known.set(key, result)
    if (result !== undefined) names.set(result, freeName(camelCase(own)))
    return result
  }
  return { once, names }
}
