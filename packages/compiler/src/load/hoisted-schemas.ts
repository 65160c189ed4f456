import { basename, extname } from 'node:path'
import { createNames } from '../grammar/identifiers.ts'
import { fromPointer, isObject, type Json, type JsonObject } from '../grammar/json.ts'
import type { Origins } from './origins.ts'
import type { References, Target } from './references.ts'
import { locate, type SourceFile } from './source-file.ts'

/** Schemas that stand in no component, and get names among those of the document. */
export interface HoistedSchemas {
  /** The `#/components/schemas/…` of such a schema, which is read once: what it consists of may lead back to it. */
  readonly hoist: (target: Target, read: () => Json) => string
  /** A document with them. */
  readonly addTo: (document: JsonObject) => JsonObject
}

/** Begins with none. */
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
      // Its place among the others is that of the first to be found, not of the first to be read to its end.
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
