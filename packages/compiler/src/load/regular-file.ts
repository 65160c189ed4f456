import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { CompileError } from './compile-error.ts'

/**
 * The text of a file.
 *
 * @throws {CompileError} if it cannot be read, or is no regular file: a pipe or a device may never end, or never begin.
 */
export function readRegularFile(path: string): string {
  let descriptor: number | undefined
  try {
    // Opening a pipe would wait for its writer.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) {
      const kind = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : 'a device'
      throw unreadable(path, `is ${kind}; give the path of a regular file`)
    }
    return readFileSync(descriptor, 'utf8')
  } catch (error) {
    if (error instanceof CompileError) throw error
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function unreadable(path: string, message: string): CompileError {
  return new CompileError({ file: displayPath(path), line: 1, column: 1, pointer: '', message })
}

/** Paths are shown as a terminal at the working directory would name them. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return shown === '' || shown.startsWith('..') ? path : shown
}
