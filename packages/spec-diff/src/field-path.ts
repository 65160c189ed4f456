/** A part of a value, and what differs in it. */
export interface FieldPath {
  /** The field, such as `.lineItems[].status`; empty for the value itself. */
  readonly field: string
  /** The keyword that differs, and the path below it; empty if the field is added or removed. */
  readonly tail: readonly string[]
}

/** Parses the path of a difference within a schema. */
export function parseFieldPath(path: readonly string[], field = ''): FieldPath {
  const [keyword, name = '', ...rest] = path
  if (keyword === 'properties' && path.length > 1) {
    const inner = `${field}.${name}`
    return rest[0] === 'schema' ? parseFieldPath(rest.slice(1), inner) : { field: inner, tail: ['property', ...rest] }
  }
  if (path.length < 2) return { field, tail: path }
  if (keyword === 'items') return parseFieldPath(path.slice(1), `${field}[]`)
  if (keyword === 'additionalProperties') return parseFieldPath(path.slice(1), `${field}.*`)
  if (keyword === 'propertyNames') return parseFieldPath(path.slice(1), `${field} (names)`)
  if (keyword === 'patternProperties' && rest.length > 0) return parseFieldPath(rest, `${field}.${name}`)
  // Alternatives have no names.
  if (keyword === 'anyOf' && rest.length > 0) return parseFieldPath(rest, field)
  return { field, tail: path }
}
