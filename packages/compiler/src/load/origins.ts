import type { Json } from '../grammar/json.ts'
import { below, type Location, type SourceFile } from './source-file.ts'

/** Remembers where the parts of a document were written. */
export interface Origins {
  /** Where a part was written, or what stands in it at a key; the beginning of the root where nobody knows. */
  readonly origin: (part: object, key?: string | number) => Location
  /** Remembers it, and returns the part. */
  readonly keep: <T extends Json>(part: T, at: Location) => T
  /** The same for data, which is used as it is: one object of it may stand in several places, and the first is as good as any. */
  readonly keepData: (part: Json, at: Location) => Json
}

/** Begins to remember. */
export function createOrigins(root: SourceFile): Origins {
  const origins = new WeakMap<object, Location>()
  return {
    origin(part, key) {
      const location = origins.get(part) ?? { file: root }
      return key === undefined ? location : below(location, key)
    },
    keep(part, at) {
      if (typeof part === 'object' && part !== null) origins.set(part, at)
      return part
    },
    keepData(part, at) {
      if (typeof part === 'object' && part !== null && !origins.has(part)) origins.set(part, at)
      return part
    },
  }
}
