/** As much of JSON Schema as a scenario's schema uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
}

/** A schema and those that its references name. */
export interface SchemaDocument extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>
}

/** Where a value differs from a schema, each in one line that says where and what is allowed. */
export function checkSchema(document: SchemaDocument, value: unknown): readonly string[] {
  const problems: string[] = []
  check(document, value, '')
  return problems

  function check(schema: Schema, value: unknown, path: string): void {
    const report = (message: string) => problems.push(`${path || 'the scenario'} ${message}`)
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
      else if (!additionalProperties) report(`has no key ${name}; it has: ${Object.keys(properties).join(', ')}`)
    }
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
