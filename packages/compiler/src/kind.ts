/** The kinds of values an OpenAPI document is made of, and how they nest. Drives bundling and the check of structure. */
export type Kind =
  | 'text'
  | 'flag'
  /** A literal: nothing inside is a reference. */
  | 'data'
  /** A literal that decides nothing: it can be left out. */
  | 'example'
  /** Contents unknown to the compiler, where a `$ref` is followed all the same. */
  | 'any'
  | ObjectKind
  | MapKind
  | ListKind
  | { readonly is: 'unsupported'; readonly advice: string }

export interface ObjectKind {
  readonly is: 'object'
  readonly name: string
  readonly fields: () => Readonly<Record<string, Kind>>
  readonly required: readonly string[]
  /** May be a `$ref`; the section of `components` that holds such objects, if there is one. */
  readonly referenceable: boolean
}

export interface MapKind {
  readonly is: 'map'
  readonly of: Kind
  /** Whether keys starting with `x-` are extensions rather than names. */
  readonly extensible: boolean
}

export interface ListKind {
  readonly is: 'list'
  readonly of: Kind
}

export type Fields = Readonly<Record<string, Kind>>

export function object(name: string, fields: () => Fields, required: readonly string[] = []): ObjectKind {
  let known: Fields | undefined
  const once = (): Fields => {
    known ??= fields()
    return known
  }
  return { is: 'object', name, fields: once, required, referenceable: false }
}
export const referenceable = (kind: ObjectKind): ObjectKind => ({ ...kind, referenceable: true })
export const map = (of: Kind, extensible = false): MapKind => ({ is: 'map', of, extensible })
export const list = (of: Kind): ListKind => ({ is: 'list', of })
export const unsupported = (advice: string): Kind => ({ is: 'unsupported', advice })

/** Fields whose contents decide nothing here. */
export function anyOf(names: string): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, 'any']))
}
