import { _, Ajv2020, str } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { camelCase, createNames } from '../grammar/identifiers.ts'
import { canonical, isObject, isText, type Json, type JsonObject, objectAt } from '../grammar/json.ts'
import type { Bundle } from '../load/bundle.ts'
import type { Problem } from '../runtime/model.ts'
import { toProblem } from '../runtime/to-validate.ts'
import { isMultipleOf } from '../runtime/values.ts'
import { formats } from './formats.ts'
import { toJsonSchema } from './to-json-schema.ts'

/** The validators of a contract, which share one Ajv instance and one module. */
export interface Validators {
  /** Returns the name of the validator of a schema, which is created if necessary. `words` are used if nothing else names it. */
  readonly nameOf: (schema: Json, words: readonly string[]) => string
  /** Validates a value against a schema. */
  readonly check: (schema: Json, value: Json) => readonly Problem[]
  /** Validates a JSON Schema against the meta-schema. */
  readonly checkSchema: (schema: JsonObject) => readonly Problem[]
  /** Generates an ES module that exports each requested check by its name. It imports parts of Ajv. */
  readonly toModule: () => string
  /** Returns the requested names. */
  readonly names: () => readonly string[]
}

const prefix = '/schemas/'

/** The prefix of each export of the module, so that a schema may be named like a reserved word. */
export const modulePrefix = 'check$'

export function createValidators(bundle: Bundle): Validators {
  const ajv = createAjv()
  const components = objectAt(objectAt(bundle.document, 'components'), 'schemas')
  const convert = (schema: Json): Json =>
    toJsonSchema(schema, { version: bundle.version, reference, annotations: false })
  const freeName = createNames()
  const used = new Map<string, string>()
  const idsByShape = new Map<string, string>()
  const idsOfComponents = new Map<Json, string>()
  for (const [name, schema] of Object.entries(components)) {
    idsOfComponents.set(schema, prefix + name)
    ajv.addSchema(toAjv(convert(schema)), prefix + name, undefined, false)
  }

  /** Registers a schema with Ajv; returns its ID. */
  function register(schema: Json): string {
    const component = isObject(schema) ? idsOfComponents.get(schema) : undefined
    if (component) return component
    const converted = convert(schema)
    if (isObject(converted) && isText(converted.$ref) && Object.keys(converted).length === 1) {
      if (converted.$ref.startsWith(prefix) && !converted.$ref.includes('#')) return converted.$ref
    }
    const shape = canonical(converted)
    const id = idsByShape.get(shape) ?? `/inline/${idsByShape.size}`
    if (!idsByShape.has(shape)) {
      idsByShape.set(shape, id)
      ajv.addSchema(toAjv(converted), id, undefined, false)
    }
    return id
  }

  function nameOf(schema: Json, words: readonly string[]): string {
    const id = register(schema)
    const known = used.get(id)
    if (known) return known
    const own = id.startsWith(prefix) ? [id.slice(prefix.length)] : plainName(convert(schema))
    const name = freeName(camelCase(own ?? words))
    used.set(id, name)
    return name
  }

  function check(schema: Json, value: Json): readonly Problem[] {
    const compiled = ajv.getSchema(register(schema))
    if (!compiled || compiled(value) === true) return []
    return (compiled.errors ?? []).map(toProblem)
  }

  const toModule = (): string =>
    standalone.default(ajv, Object.fromEntries([...used].map(([id, name]) => [`${modulePrefix}${name}`, id])))

  return { nameOf, check, checkSchema, toModule, names: () => [...used.values()] }
}

let metaValidator: Ajv2020 | undefined

function checkSchema(schema: JsonObject): readonly Problem[] {
  // Shared by all contracts, because Ajv takes longer to compile the meta-schema than to validate a contract with it.
  metaValidator ??= createAjv()
  return metaValidator.validateSchema(schema) === true ? [] : (metaValidator.errors ?? []).map(toProblem)
}

/** Returns the type, and format, as the name of a schema that has no other keywords. */
function plainName(schema: Json): readonly string[] | undefined {
  if (!isObject(schema) || !isText(schema.type)) return undefined
  const { type, format, ...rest } = schema
  return Object.keys(rest).length > 0 ? undefined : isText(format) ? [type, format] : [schema.type]
}

/** Converts `#/components/schemas/Name/items` to a reference that Ajv resolves. */
function reference(pointer: string): string {
  const [name = '', ...rest] = pointer.slice('#/components/schemas/'.length).split('/')
  return rest.length === 0 ? prefix + name : `${prefix}${name}#/${rest.map(encodeURIComponent).join('/')}`
}

function toAjv(schema: Json): JsonObject | boolean {
  return isObject(schema) || typeof schema === 'boolean' ? schema : {}
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    logger: false,
    validateSchema: false,
    // Otherwise, every object would have a property `toString`.
    ownProperties: true,
    formats: { ...formats },
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  })
  // Ajv's own keyword uses binary floating-point division.
  ajv.removeKeyword('multipleOf')
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    code: (context) => {
      const isMultiple = context.gen.scopeValue('func', { ref: isMultipleOf, code: _`values.isMultipleOf` })
      context.fail(_`!${isMultiple}(${context.data}, ${context.schemaCode})`)
    },
    error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}` },
  })
  return ajv
}
