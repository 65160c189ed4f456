/** The types of values in an OpenAPI document, and how they nest. Drives bundling and structural validation. */
export type NodeType =
  | 'text'
  | 'flag'
  /** A literal, which contains no references. */
  | 'data'
  /** A literal without effect, which can be left out. */
  | 'example'
  /** Content that the compiler does not know, in which a `$ref` is still followed. */
  | 'any'
  /** Content that only its author knows, in which a `$ref` is data. */
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
  /** Whether the object may be a `$ref`. */
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

/** Returns fields whose content has no effect on the contract. */
export function anyFields(names: string): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, 'any']))
}
