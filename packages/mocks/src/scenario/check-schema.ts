import { MockUsageError } from '../contract/errors.ts'

/** The subset of JSON Schema that a scenario's schema uses. */
export interface Schema {
  /** A pointer to another schema: `#/$defs/name`. */
  readonly $ref?: string
  /** One JSON type or several. */
  readonly type?: string | readonly string[]
  /** The values allowed. */
  readonly enum?: readonly unknown[]
  /** A regular expression that text must match. */
  readonly pattern?: string
  /** The smallest number allowed. */
  readonly minimum?: number
  /** The largest number allowed. */
  readonly maximum?: number
  /** The schema of each item of an array. */
  readonly items?: Schema
  /** Names of properties that must be present. */
  readonly required?: readonly string[]
  /** Schemas by name of the property. */
  readonly properties?: Readonly<Record<string, Schema>>
  /**
   * Whether other properties are allowed.
   * @default true
   */
  readonly additionalProperties?: boolean
}

/** A schema with the schemas that its references point to. */
export interface SchemaDocument extends Schema {
  /** Schemas that `$ref` can point to, by name. */
  readonly $defs: Readonly<Record<string, Schema>>
}

/**
 * Checks a value, and returns it as the type that its schema describes.
 *
 * @param whole how messages refer to the value
 * @throws MockUsageError if it violates the schema, with one line per problem that states what is allowed.
 */
export function checkSchema<Described>(document: SchemaDocument, value: unknown, whole: string): Described {
  const problems: string[] = []
  check(document, value, '')
  if (problems.length > 0) throw new MockUsageError(problems.join('\n'))
  // The value fits the schema, so it has this type; the compiler cannot know that.
  return value as Described

  function check(schema: Schema, value: unknown, path: string): void {
    const report = (message: string) => problems.push(`${path || whole} ${message}`)
    const target = schema.$ref === undefined ? undefined : document.$defs[schema.$ref.replace('#/$defs/', '')]
    if (target !== undefined) check(target, value, path)
    const types = schema.type === undefined ? [] : [schema.type].flat()
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) report(`must be ${types.join(' or ')}`)
    if (schema.enum && !schema.enum.includes(value)) report(`must be one of ${schema.enum.join(', ')}`)
    if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) {
      report(`must match ${schema.pattern}`)
    }
    if (typeof value === 'number' && value < (schema.minimum ?? value)) report(`must be ${schema.minimum} or more`)
    if (typeof value === 'number' && value > (schema.maximum ?? value)) report(`must be ${schema.maximum} or less`)
    if (Array.isArray(value))
      for (const [at, item] of value.entries()) check(schema.items ?? {}, item, `${path}[${at}]`)
    else if (typeof value === 'object' && value !== null) checkProperties(schema, value, path, report)
  }

  function checkProperties(schema: Schema, value: object, path: string, report: (message: string) => void): void {
    const { properties = {}, required = [], additionalProperties = true } = schema
    for (const name of required) if (!Object.hasOwn(value, name)) report(`must have ${name}`)
    for (const [name, inner] of Object.entries(value)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (property !== undefined) check(property, inner, path === '' ? name : `${path}.${name}`)
      else if (!additionalProperties)
        report(`has an unknown property ${name}; use one of: ${Object.keys(properties).join(', ')}`)
    }
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
