import { dirname, resolve } from 'node:path'
import { fromPointer, type Path } from '../grammar/json.ts'
import type { SourceFile } from './source-file.ts'

/** What the text of a `$ref` says: a file, and a place in it. */
export interface ReferenceText {
  /** The absolute path of the file. */
  readonly path: string
  /** The keys that lead to the place. */
  readonly keys: Path
  /** Whether what follows the `#` is a JSON Pointer, or nothing, and no anchor. */
  readonly isPointer: boolean
}

/** Reads a `$ref` as it stands in a file. */
export function readReference(reference: string, { path }: SourceFile): ReferenceText {
  const [name = '', fragment = ''] = reference.split('#', 2)
  return {
    path: name === '' ? path : resolve(dirname(path), decode(name)),
    keys: fromPointer(decode(fragment)),
    isPointer: fragment === '' || fragment.startsWith('/'),
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
