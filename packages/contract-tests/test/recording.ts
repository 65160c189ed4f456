import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Har, HarEntry } from '../src/traffic/har.ts'
import { readHar } from '../src/traffic/read-har.ts'

/** The path of one of the recordings that the tests check. */
export function recordingPath(name: string): string {
  return join(import.meta.dirname, 'recordings', `${name}.har`)
}

/** One of the recordings that the tests check. */
export async function recording(name: string): Promise<Har> {
  return readHar(await readFile(recordingPath(name), 'utf8'))
}

/** A recording of some entries. */
export function harOf(...entries: readonly HarEntry[]): Har {
  return { log: { version: '1.2', creator: { name: 'tests', version: '1' }, entries } }
}

/** The entry of a recording at an index. */
export async function entryOf(name: string, index: number): Promise<HarEntry> {
  const entry = (await recording(name)).log.entries[index]
  if (entry === undefined) throw new RangeError(`${name} has no entry ${index}`)
  return entry
}

/** An entry with another URL, method, headers or bodies. */
export function changed(
  entry: HarEntry,
  { request = {}, response = {} }: { request?: Partial<HarEntry['request']>; response?: Partial<HarEntry['response']> },
): HarEntry {
  return { ...entry, request: { ...entry.request, ...request }, response: { ...entry.response, ...response } }
}
