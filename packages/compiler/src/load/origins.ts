import type { Json } from '../grammar/json.ts'
import { below, type Location, type SourceFile } from './source-file.ts'

/** Records the source locations of the parts of a document. */
export interface Origins {
  /** Returns the location of a part, or of its value at a key; the start of the root file if unknown. */
  readonly origin: (part: object, key?: string | number) => Location
  /** Records the location of a part, and returns the part. */
  readonly keep: <T extends Json>(part: T, at: Location) => T
  /** Does the same for data, which is not copied: one object may be in several places, and the first location is kept. */
  readonly keepData: (part: Json, at: Location) => Json
}

/** Creates an empty record of origins. */
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
