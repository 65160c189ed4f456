import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { CompileError } from './compile-error.ts'

/**
 * Reads the text of a file.
 *
 * @throws {CompileError} if it cannot be read, is not UTF-8, or is not a regular file: reading a pipe or a device may never end.
 */
export function readRegularFile(path: string): string {
  let descriptor: number | undefined
  try {
    // Opening a pipe would block until there is a writer.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) {
      const kind = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : 'a device'
      throw unreadable(path, `is ${kind}; give the path of a regular file`)
    }
    return decode(path, readFileSync(descriptor))
  } catch (error) {
    if (error instanceof CompileError) throw error
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Decodes UTF-8, and rejects other encodings, which would be misread. */
function decode(path: string, bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const [first, second] = bytes
  const isWide =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
  if (isWide) throw unreadable(path, 'is encoded in UTF-16 or UTF-32; save it as UTF-8')
  const wrong = isUtf8(bytes) ? -1 : text.indexOf('\uFFFD')
  if (wrong === -1) return text
  const before = text.slice(0, wrong).split('\n')
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  throw unreadable(path, 'is not UTF-8 here; save the file as UTF-8', place)
}

function unreadable(path: string, message: string, place = { line: 1, column: 1 }): CompileError {
  return new CompileError({ file: displayPath(path), ...place, pointer: '', message })
}

/** Returns a path relative to the working directory if it is inside, or else unchanged. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return shown === '' || shown.startsWith('..') ? path : shown
}
