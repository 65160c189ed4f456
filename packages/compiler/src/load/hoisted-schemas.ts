import { basename, extname } from 'node:path'
import { createNames } from '../grammar/identifiers.ts'
import { fromPointer, isObject, type Json, type JsonObject } from '../grammar/json.ts'
import type { Origins } from './origins.ts'
import type { References, Target } from './references.ts'
import { locate, type SourceFile } from './source-file.ts'

/** Turns schemas that are in no component into components. */
export interface HoistedSchemas {
  /** Returns the `#/components/schemas/…` of a schema, and reads the schema at its first use: it may be recursive. */
  readonly hoist: (target: Target, read: () => Json) => string
  /** Adds the schemas to a document. */
  readonly addTo: (document: JsonObject) => JsonObject
}

/** Creates an empty collection of hoisted schemas. */
export function createHoistedSchemas(
  root: SourceFile,
  components: References['components'],
  keep: Origins['keep'],
): HoistedSchemas {
  const references = new Map<string, string>()
  const freeName = createNames(namesOfSchemas(components))
  const hoisted: Record<string, Json> = {}

  return {
    hoist(target, read) {
      const known = references.get(target.id)
      if (known) return known
      const { file, key } = target.location
      const name = freeName(String(key ?? basename(file.path, extname(file.path))).replaceAll(/[^\w.-]+/g, '_'))
      const reference = `#/components/schemas/${name}`
      references.set(target.id, reference)
      // Reserves its position: schemas are listed in the order in which they are found, not in which they are completed.
      hoisted[name] = {}
      hoisted[name] = read()
      return reference
    },
    addTo(document) {
      if (Object.keys(hoisted).length === 0) return document
      const section = isObject(document.components) ? document.components : {}
      const own = isObject(section.schemas) ? section.schemas : {}
      const schemas = keep({ ...own, ...hoisted }, locate(root, ['components', 'schemas']))
      const all = keep({ ...section, schemas }, locate(root, ['components']))
      return keep({ ...document, components: all }, { file: root })
    },
  }
}

function namesOfSchemas(components: References['components']): readonly string[] {
  return [...components.values()].flatMap((reference) => {
    const [, section, name] = fromPointer(reference)
    return section === 'schemas' && name !== undefined ? [name] : []
  })
}
