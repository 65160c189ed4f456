import { basename, extname } from 'node:path'
import { findReference, insteadOfReference, referenceInData } from './data-references.ts'
import { extensionKinds } from './extension-kinds.ts'
import { createNames } from './identifiers.ts'
import { fromPointer, isArray, isObject, isText, type Json, type JsonObject, textAt, toPointer } from './json.ts'
import type { Kind, ObjectKind } from './kind.ts'
import { documentKind } from './kinds.ts'
import { createReferences, type Target } from './references.ts'
import type { Repairs } from './repairs.ts'
import { schemaKind } from './schema-kind.ts'
import { below, type Location, locate, pathOf, type Report, type SourceFile, type Sources } from './source.ts'

/** One document for many files: every `$ref` left in it points to its own `components`. */
export interface Bundle {
  readonly document: JsonObject
  /** `3.0` or `3.1`. */
  readonly version: '3.0' | '3.1'
  /** Where a part of the document was written. */
  readonly origin: (part: JsonObject | readonly Json[], key?: string | number) => Location
  /** Every schema in it, those within others too. */
  readonly schemas: readonly JsonObject[]
  /** Reads another file of a known kind, with its references followed. */
  readonly read: (file: SourceFile, kind: ObjectKind) => Json
}

/** Bundles the document at a path. Problems are reported; what could not be bundled is left out. */
export function bundle(path: string, sources: Sources, report: Report, repairs: Repairs): Bundle | undefined {
  const file = sources.load(path)
  if (!file || !isObject(file.value)) {
    if (file) report.add({ file }, 'is not an OpenAPI document; it must be a mapping that starts with `openapi: 3.1.1`')
    return undefined
  }
  const version = /^3\.([01])\.\d+/.exec(textAt(file.value, 'openapi') ?? '')?.[1]
  if (!version) {
    report.add(
      below({ file }, 'openapi'),
      'is not OpenAPI 3.0 or 3.1; say which in `openapi`, such as `openapi: 3.1.1`',
    )
    return undefined
  }
  return createBundler(file, sources, report, repairs).run(version === '0' ? '3.0' : '3.1')
}

function createBundler(
  root: SourceFile,
  sources: Sources,
  report: Report,
  repairs: Repairs,
): { run: (version: '3.0' | '3.1') => Bundle } {
  const origins = new WeakMap<object, Location>()
  const { follow, components } = createReferences(root, sources, report)
  const hoisted = new Map<string, string>()
  const freeName = createNames(componentNames(components))
  const extraSchemas: Record<string, Json> = {}
  const inlining = new Set<string>()
  const schemas: JsonObject[] = []
  /** The component whose content the next `$ref` leads to. */
  let opening: string | undefined

  function run(version: '3.0' | '3.1'): Bundle {
    const document = visit(root.value, documentKind, { file: root })
    if (!isObject(document)) throw new TypeError('a document is an object')
    const whole = withExtraSchemas(document)
    return { document: whole, version, origin, schemas, read: (file, kind) => visit(file.value, kind, { file }) }
  }

  function origin(part: object, key?: string | number): Location {
    const location = origins.get(part) ?? { file: root }
    return key === undefined ? location : below(location, key)
  }

  function withExtraSchemas(document: JsonObject): JsonObject {
    if (Object.keys(extraSchemas).length === 0) return document
    const section = isObject(document.components) ? document.components : {}
    const schemas = { ...(isObject(section.schemas) ? section.schemas : {}), ...extraSchemas }
    const whole = { ...document, components: { ...section, schemas } }
    origins.set(whole, { file: root })
    origins.set(whole.components, locate(root, ['components']))
    origins.set(schemas, locate(root, ['components', 'schemas']))
    return whole
  }

  function visit(value: Json, kind: Kind, at: Location): Json {
    if (kind === 'data' || (kind === 'example' && !repairs.allowed)) return visitData(value, at)
    if (kind === 'example') return keepData(value, at)
    if (kind === 'text' || kind === 'flag') return visitScalar(value, kind, at)
    if (kind === 'any') return visitAny(value, at)
    if (kind.is === 'unsupported') {
      report.add(at, `is not supported: ${kind.advice}`)
      return value
    }
    if (kind.is === 'list') {
      if (!isArray(value)) return complain(value, at, 'must be a list')
      return keep(
        value.map((item, index) => visit(item, kind.of, below(at, index))),
        at,
      )
    }
    if (kind === schemaKind && typeof value === 'boolean') return value
    if (!isObject(value)) return complain(value, at, 'must be a mapping')
    if (kind.is === 'map') {
      return visitMembers(value, at, (key) => (kind.extensible ? extensionKind(key) : undefined) ?? kind.of)
    }
    const result =
      kind.referenceable && value.$ref !== undefined ? visitReference(value, kind, at) : visitObject(value, kind, at)
    if (kind === schemaKind && isObject(result)) schemas.push(result)
    return result
  }

  function visitScalar(value: Json, kind: 'text' | 'flag', at: Location): Json {
    if (kind === 'flag' && typeof value !== 'boolean') return complain(value, at, 'must be true or false')
    if (kind === 'text' && !isText(value)) return complain(value, at, 'must be text; put it in quotes')
    return value
  }

  function visitObject(value: JsonObject, kind: ObjectKind, at: Location): Json {
    const fields = kind.fields()
    for (const field of kind.required) {
      if (value[field] === undefined) report.add(at, `has no \`${field}\`; a ${kind.name} must have one`)
    }
    return visitMembers(value, at, (key) => {
      const known = extensionKind(key) ?? (Object.hasOwn(fields, key) ? fields[key] : fields['*'])
      if (!known) {
        const possible = Object.keys(fields).join(', ')
        report.add(
          below(at, key),
          `\`${key}\` is not a field of a ${kind.name}; it is misspelt or belongs elsewhere (known: ${possible})`,
        )
      }
      return known ?? 'data'
    })
  }

  function visitMembers(value: JsonObject, at: Location, kindOf: (key: string) => Kind): Json {
    const members = Object.entries(value).map(
      ([key, member]) => [key, visit(member, kindOf(key), below(at, key))] as const,
    )
    return keep(Object.fromEntries(members), at)
  }

  function visitAny(value: Json, at: Location): Json {
    if (isArray(value))
      return keep(
        value.map((item, index) => visitAny(item, below(at, index))),
        at,
      )
    if (!isObject(value)) return value
    if (isText(value.$ref)) return visitReference(value, 'any', at)
    return visitMembers(value, at, () => 'any')
  }

  function visitReference(value: JsonObject, kind: ObjectKind | 'any', at: Location): Json {
    if (!isText(value.$ref)) return complain(value, below(at, '$ref'), 'must be text; give a path, a pointer or both')
    const target = follow(value, at)
    if (!target) return value
    const { $ref: _, ...siblings } = value
    const entry = opening ?? `${at.file === root ? '' : at.file.path}#${toPointer(pathOf(at))}`
    opening = undefined
    const reference = componentReference(target, kind, entry, Object.keys(siblings).length > 0)
    if (reference) {
      const rest = kind === schemaKind ? visitObject(siblings, schemaKind, at) : siblings
      return keep({ $ref: reference, ...(isObject(rest) ? rest : {}) }, at)
    }
    if (components.get(target.id) === entry && isObject(target.value) && target.value.$ref) opening = entry
    return inline(target, siblings, kind, at)
  }

  /** The `#/components/…` that stands for a target: its own, that of a component around it, or a new one for a schema. */
  function componentReference(
    target: Target,
    kind: ObjectKind | 'any',
    entry: string,
    adorned: boolean,
  ): string | undefined {
    const self = components.get(target.id)
    if (self && self !== entry) return self
    // The entry of a component takes in what it refers to, unless it adds to a schema: both must hold then.
    if (self) return kind === schemaKind && adorned ? hoist(target) : undefined
    const path = pathOf(target.location)
    for (let depth = path.length - 1; depth >= 0; depth--) {
      const around = components.get(`${target.location.file.path}#${toPointer(path.slice(0, depth))}`)
      if (around && (kind !== schemaKind || around.startsWith('#/components/schemas/'))) {
        return `${around}${toPointer(path.slice(depth))}`
      }
    }
    return kind === schemaKind ? hoist(target) : undefined
  }

  function hoist(target: Target): string {
    const known = hoisted.get(target.id)
    if (known) return known
    const { file, key } = target.location
    const name = freeName(String(key ?? basename(file.path, extname(file.path))).replaceAll(/[^\w.-]+/g, '_'))
    const reference = `#/components/schemas/${name}`
    hoisted.set(target.id, reference)
    extraSchemas[name] = {}
    extraSchemas[name] = visit(target.value, schemaKind, target.location)
    return reference
  }

  function inline(target: Target, siblings: JsonObject, kind: ObjectKind | 'any', at: Location): Json {
    if (inlining.has(target.id)) {
      return complain({}, below(at, '$ref'), 'leads back to itself; only schemas can contain themselves')
    }
    inlining.add(target.id)
    const content = visit(target.value, kind, target.location)
    inlining.delete(target.id)
    if (!isObject(content) || Object.keys(siblings).length === 0) return content
    const rest = visit(siblings, kind === 'any' ? kind : { ...kind, required: [] }, at)
    return keep({ ...content, ...(isObject(rest) ? rest : {}) }, target.location)
  }

  function keep<T extends Json>(result: T, at: Location): T {
    if (typeof result === 'object' && result !== null) origins.set(result, at)
    return result
  }

  /** Data is used as it is, so one object of it may stand in several places; the first is as good as any. */
  function keepData(value: Json, at: Location): Json {
    if (typeof value === 'object' && value !== null && !origins.has(value)) origins.set(value, at)
    return value
  }

  function visitData(value: Json, at: Location): Json {
    keepData(value, at)
    const reference = findReference(value, at)
    if (reference) report.add(reference, `${referenceInData}; ${insteadOfReference}`)
    return value
  }

  function complain(value: Json, at: Location, message: string): Json {
    report.add(at, message)
    return value
  }

  return { run }
}

function extensionKind(key: string): Kind | undefined {
  return key.startsWith('x-') ? (extensionKinds[key] ?? 'any') : undefined
}

function componentNames(components: ReadonlyMap<string, string>): readonly string[] {
  return [...components.values()].flatMap((reference) => {
    const [, section, name] = fromPointer(reference)
    return section === 'schemas' && name !== undefined ? [name] : []
  })
}
