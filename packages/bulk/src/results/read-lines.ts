import { createReadStream } from 'node:fs'

const lineEnd = 0x0a
/** The maximum length of a line, in bytes: lines of an audit file rarely exceed a few kilobytes. */
const longest = 1 << 28

/**
 * Reads the lines of a file, split at LF alone: a carriage return stays in its line, because it may have been added later.
 *
 * @throws Error if the file cannot be read, or a line is longer than 256 MiB.
 */
export async function* readLines(path: string): AsyncGenerator<string, void, undefined> {
  let rest: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk
    let start = 0
    for (let stop = bytes.indexOf(lineEnd); stop >= 0; stop = bytes.indexOf(lineEnd, start)) {
      yield Buffer.concat([...rest, bytes.subarray(start, stop)]).toString()
      rest = []
      size = 0
      start = stop + 1
    }
    rest.push(bytes.subarray(start))
    size += bytes.length - start
    if (size > longest) throw new Error('a line is longer than 256 MiB')
  }
  if (size > 0) yield Buffer.concat(rest).toString()
}
