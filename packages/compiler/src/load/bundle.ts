import { extensionTypes } from '../grammar/extensions.ts'
import { isArray, isObject, isText, type Json, type JsonObject, toPointer } from '../grammar/json.ts'
import type { NodeType, ObjectType } from '../grammar/node-type.ts'
import { openApiObject } from '../grammar/openapi-object.ts'
import { schemaObject } from '../grammar/schema-object.ts'
import { findReference, referenceInData, referenceInDataAdvice } from './data-references.ts'
import { createHoistedSchemas } from './hoisted-schemas.ts'
import { createOmission } from './omitted-operations.ts'
import { readVersion, type Version } from './openapi-version.ts'
import { createOrigins } from './origins.ts'
import { componentAround, createReferences, type Target } from './references.ts'
import type { Repairs } from './repairs.ts'
import { below, type Location, pathOf, type Report, type SourceFile, type SourceLoader } from './source-file.ts'
import { withoutOperations } from './without-operations.ts'

/** One document for many files: every `$ref` left in it points to its own `components`. */
export interface Bundle {
  readonly document: JsonObject
  /** The OpenAPI version of the document. */
  readonly version: Version
  /** Returns the source location of a part of the document. */
  readonly origin: (part: JsonObject | readonly Json[], key?: string | number) => Location
  /** Every schema in the document, including nested ones. */
  readonly schemas: readonly JsonObject[]
  /** The contents of unknown extensions. */
  readonly extensions: WeakSet<object>
  /** Names of the operations that were left out. */
  readonly leftOut: ReadonlySet<string>
  /** Reads another file of a known type, with its references followed. */
  readonly read: (file: SourceFile, type: ObjectType) => Json
}

/** Selects the parts of a document to bundle. */
export interface Parts {
  /** The names of operations to leave out, together with the components that nothing else uses. */
  readonly without: readonly string[]
  /** Whether to leave out unused components even if no operation is left out. */
  readonly usedOnly: boolean
}

/** Bundles the document at a path. Problems are reported; what could not be bundled is left out. */
export function bundle(
  path: string,
  sources: SourceLoader,
  report: Report,
  repairs: Repairs,
  parts: Parts,
): Bundle | undefined {
  const file = sources.load(path)
  if (!file || !isObject(file.value)) {
    if (file) report.add({ file }, 'is not an OpenAPI document; it must be a mapping that starts with `openapi: 3.1.1`')
    return undefined
  }
  const version = readVersion(file, file.value, report)
  return version && bundleFile(file, version, sources, report, repairs, parts)
}

function bundleFile(
  root: SourceFile,
  version: Version,
  sources: SourceLoader,
  report: Report,
  repairs: Repairs,
  parts: Parts,
): Bundle {
  const { origin, keep, keepData } = createOrigins(root)
  const { follow, components } = createReferences(root, sources, report)
  const hoisted = createHoistedSchemas(root, components, keep)
  const inlining = new Set<string>()
  const omission = createOmission(parts.without)
  const schemas: JsonObject[] = []
  const extensions = new WeakSet<object>()
  /** The component whose content is behind the next `$ref`. */
  let opening: string | undefined
  /** The path whose path item comes next. */
  let path: string | undefined

  const value =
    parts.without.length === 0 && !parts.usedOnly
      ? root.value
      : withoutOperations(root, components, sources, omission, repairs)
  const document = visit(value, openApiObject, { file: root })
  if (!isObject(document)) throw new TypeError('a document is an object')
  omission.reportUnknown({ file: root }, report)
  return {
    document: hoisted.addTo(document),
    version,
    origin,
    schemas,
    extensions,
    leftOut: omission.leftOut,
    read: (file, type) => visit(file.value, type, { file }),
  }

  function visit(value: Json, type: NodeType, at: Location): Json {
    if (type === 'data' || (type === 'example' && !repairs.allowed)) return visitData(value, at)
    if (type === 'example') return keepData(value, at)
    if (type === 'text' || type === 'flag') return visitScalar(value, type, at)
    if (type === 'any') return visitAny(value, at)
    if (type === 'extension') return keepExtension(value, at)
    if (type.is === 'unsupported') {
      report.add(at, `is not supported: ${type.advice}`)
      return value
    }
    if (type.is === 'list') {
      if (!isArray(value)) return complain(value, at, 'must be a list')
      return keep(
        value.map((item, index) => visit(item, type.of, below(at, index))),
        at,
      )
    }
    if (type === schemaObject && typeof value === 'boolean') return value
    if (!isObject(value)) return complain(value, at, 'must be a mapping')
    if (type.is === 'map') {
      return visitMembers(value, at, (key) => (type.extensible ? extensionType(key) : undefined) ?? type.of)
    }
    const result =
      value.$ref !== undefined && (type.referenceable || followsAnyway(type, at))
        ? visitReference(value, type, at)
        : visitObject(value, type, at)
    if (type === schemaObject && isObject(result)) schemas.push(result)
    return result
  }

  /** Whether to follow a reference instead of an operation, which OpenAPI does not allow but whose meaning is clear. */
  function followsAnyway(type: ObjectType, at: Location): boolean {
    if (type.name !== 'Operation' || !repairs.allowed) return false
    repairs.note('followed', at, 'is a reference instead of an operation, which OpenAPI does not allow')
    return true
  }

  function visitScalar(value: Json, type: 'text' | 'flag', at: Location): Json {
    if (type === 'flag' && typeof value !== 'boolean') return complain(value, at, 'must be true or false')
    if (type === 'text' && !isText(value)) return complain(value, at, 'must be text; put it in quotes')
    return value
  }

  function visitObject(value: JsonObject, type: ObjectType, at: Location): Json {
    const fields = type.fields()
    for (const field of type.required) {
      if (value[field] === undefined) report.add(at, `has no \`${field}\`; a ${type.name} must have one`)
    }
    return visitMembers(type.name === 'Path Item' ? withoutOmitted(value) : value, at, (key) => {
      const known = extensionType(key) ?? (Object.hasOwn(fields, key) ? fields[key] : fields['*'])
      if (!known) {
        const possible = Object.keys(fields).join(', ')
        report.add(
          below(at, key),
          `\`${key}\` is not a field of a ${type.name}; it is misspelt or belongs elsewhere (known: ${possible})`,
        )
      }
      return known ?? 'data'
    })
  }

  function withoutOmitted(pathItem: JsonObject): JsonObject {
    const own = path
    // Path items nested in this one belong to callbacks.
    path = undefined
    return omission.pathItem(pathItem, own)
  }

  function visitMembers(value: JsonObject, at: Location, typeOfMember: (key: string) => NodeType): Json {
    const ofPaths = at.file === root && at.key === 'paths' && at.parent?.key === undefined
    const members = Object.entries(value).map(([key, member]) => {
      if (ofPaths) path = key
      return [key, visit(member, typeOfMember(key), below(at, key))] as const
    })
    return keep(Object.fromEntries(members), at)
  }

  function visitAny(value: Json, at: Location): Json {
    if (isArray(value)) return visit(value, { is: 'list', of: 'any' }, at)
    if (!isObject(value)) return value
    if (isText(value.$ref)) return visitReference(value, 'any', at)
    return visitMembers(value, at, () => 'any')
  }

  function visitReference(value: JsonObject, type: ObjectType | 'any', at: Location): Json {
    if (!isText(value.$ref)) return complain(value, below(at, '$ref'), 'must be text; give a path, a pointer or both')
    const target = follow(value, at)
    if (!target) return value
    const { $ref: _, ...siblings } = value
    const entry = opening ?? `${at.file === root ? '' : at.file.path}#${toPointer(pathOf(at))}`
    opening = undefined
    const reference = componentReference(target, type, entry, Object.keys(siblings).length > 0)
    if (reference) {
      const rest = type === schemaObject ? visitObject(siblings, schemaObject, at) : siblings
      return keep({ $ref: reference, ...(isObject(rest) ? rest : {}) }, at)
    }
    if (components.get(target.id) === entry && isObject(target.value) && target.value.$ref) opening = entry
    return inline(target, siblings, type, at)
  }

  /** Returns the `#/components/…` of a target: its own, one into a component around it, or a new one for a schema. */
  function componentReference(
    target: Target,
    type: ObjectType | 'any',
    entry: string,
    adorned: boolean,
  ): string | undefined {
    const self = components.get(target.id)
    if (self && self !== entry) return self
    // The entry of a component takes in its target, unless it adds keywords to a schema: both must apply then.
    if (self) return type === schemaObject && adorned ? hoist(target) : undefined
    const { location } = target
    const around = componentAround(
      components,
      location.file.path,
      pathOf(location),
      (reference) => type !== schemaObject || reference.startsWith('#/components/schemas/'),
    )
    if (around) return `${around.reference}${toPointer(around.rest)}`
    return type === schemaObject ? hoist(target) : undefined
  }

  function hoist(target: Target): string {
    return hoisted.hoist(target, () => visit(target.value, schemaObject, target.location))
  }

  function inline(target: Target, siblings: JsonObject, type: ObjectType | 'any', at: Location): Json {
    if (inlining.has(target.id)) {
      return complain({}, below(at, '$ref'), 'is circular; only schemas may be recursive')
    }
    inlining.add(target.id)
    const content = visit(target.value, type, target.location)
    inlining.delete(target.id)
    if (!isObject(content) || Object.keys(siblings).length === 0) return content
    const rest = visit(siblings, type === 'any' ? type : { ...type, required: [] }, at)
    return keep({ ...content, ...(isObject(rest) ? rest : {}) }, target.location)
  }

  /** Copies an unknown extension: its content is opaque, so a `$ref` in it is data. */
  function keepExtension(value: Json, at: Location): Json {
    if (typeof value !== 'object' || value === null) return value
    const copy: Json = structuredClone(value)
    extensions.add(Object(copy))
    return keep(copy, at)
  }

  function visitData(value: Json, at: Location): Json {
    keepData(value, at)
    const reference = findReference(value, at)
    if (reference) report.add(reference, `${referenceInData}; ${referenceInDataAdvice}`)
    return value
  }

  function complain(value: Json, at: Location, message: string): Json {
    report.add(at, message)
    return value
  }
}

function extensionType(key: string): NodeType | undefined {
  return key.startsWith('x-') ? (extensionTypes[key] ?? 'extension') : undefined
}
