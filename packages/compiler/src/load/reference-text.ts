import { dirname, resolve } from 'node:path'
import { fromPointer, type Path } from '../grammar/json.ts'
import type { SourceFile } from './source-file.ts'

/** A parsed `$ref`: a file, and a place in it. */
export interface ReferenceText {
  /** The absolute path of the file. */
  readonly path: string
  /** The keys of the place. */
  readonly keys: Path
  /** Whether the fragment is a JSON Pointer or empty, and not an anchor. */
  readonly isPointer: boolean
}

/** Parses a `$ref`, relative to its file. */
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
