/** The kinds of values an OpenAPI document is made of, and how they nest. Drives bundling and the check of structure. */
export type NodeType =
  | 'text'
  | 'flag'
  /** A literal: nothing inside is a reference. */
  | 'data'
  /** A literal that decides nothing: it can be left out. */
  | 'example'
  /** Contents unknown to the compiler, where a `$ref` is followed all the same. */
  | 'any'
  /** Contents unknown to anybody but who wrote them: a `$ref` there is data. */
  | 'extension'
  | ObjectType
  | MapType
  | ListType
  | { readonly is: 'unsupported'; readonly advice: string }

export interface ObjectType {
  readonly is: 'object'
  readonly name: string
  readonly fields: () => Readonly<Record<string, NodeType>>
  readonly required: readonly string[]
  /** May be a `$ref`; the section of `components` that holds such objects, if there is one. */
  readonly referenceable: boolean
}

export interface MapType {
  readonly is: 'map'
  readonly of: NodeType
  /** Whether keys starting with `x-` are extensions rather than names. */
  readonly extensible: boolean
}

export interface ListType {
  readonly is: 'list'
  readonly of: NodeType
}

export type Fields = Readonly<Record<string, NodeType>>

export function object(name: string, fields: () => Fields, required: readonly string[] = []): ObjectType {
  let known: Fields | undefined
  const once = (): Fields => {
    known ??= fields()
    return known
  }
  return { is: 'object', name, fields: once, required, referenceable: false }
}
export const referenceable = (type: ObjectType): ObjectType => ({ ...type, referenceable: true })
export const map = (of: NodeType, extensible = false): MapType => ({ is: 'map', of, extensible })
export const list = (of: NodeType): ListType => ({ is: 'list', of })
export const unsupported = (advice: string): NodeType => ({ is: 'unsupported', advice })

/** Fields whose contents decide nothing here. */
export function anyFields(names: string): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, 'any']))
}
