import { isEntry } from '../store/entry-schema.ts'
import { isRowEntry } from '../store/journal-entry.ts'
import type { History, RecordedEntry } from '../store/store.ts'
import { cannotGoOn } from './damage.ts'
import type { JournalReplay, JournalReplayOptions } from './journal-replay.ts'
import { readLineWithCalls } from './line-format.ts'
import { createLineReader } from './line-reader.ts'
import type { SharedFile } from './shared-file.ts'

/**
 * Reads what a journal says about each row, in the order of the rows: one pass to find the lines, another to read them.
 *
 * @param begin gives a replay that tells of each line whether it counts
 * @throws StoreError if the file was changed since it was opened.
 */
export async function* readHistories(
  path: string,
  file: Pick<SharedFile, 'read'>,
  size: number,
  begin: (told: JournalReplayOptions['told']) => JournalReplay,
): AsyncGenerator<History, void, undefined> {
  const index = createIndex(size)
  // Where the bytes of the file that are being read would begin.
  let start = 0
  const replay = begin(({ event }, counts, { byteOffset, length }) => {
    if (isEntry(event) && isRowEntry(event)) index.add(event.row, { position: byteOffset - start, length, counts })
  })
  await createLineReader(file).read((bytes, position) => {
    start = bytes.byteOffset - position
    replay.take(bytes)
  })
  for (let row = 0; row < size; row++) {
    const entries: RecordedEntry[] = []
    for (const { position, length, counts } of index.placesOf(row)) {
      const bytes = Buffer.allocUnsafe(length)
      await file.read(bytes, position)
      const line = readLineWithCalls(bytes)
      if (!line || !isEntry(line.event) || !isRowEntry(line.event)) {
        throw cannotGoOn(path, { what: `was changed at byte ${position}`, remedy: 'Restore it from a copy' })
      }
      entries.push({ ...line.event, at: line.at, counts })
    }
    yield { row, entries }
  }
}

interface Place {
  readonly position: number
  readonly length: number
  readonly counts: boolean
}

/** Where the lines of each row are: 16 bytes a line. As objects, 500,000 lines would take 50 MB instead of 9. */
function createIndex(size: number) {
  const last = new Int32Array(size).fill(-1)
  let count = 0
  let previous = new Int32Array(1024)
  let lengths = new Int32Array(1024)
  let positions = new Float64Array(1024)

  return {
    add(row: number, { position, length, counts }: Place): void {
      if (count === positions.length) {
        previous = grown(previous, new Int32Array(2 * count))
        lengths = grown(lengths, new Int32Array(2 * count))
        positions = grown(positions, new Float64Array(2 * count))
      }
      previous[count] = last[row] ?? -1
      // What does not count has a length below zero.
      lengths[count] = counts ? length : -length
      positions[count] = position
      last[row] = count++
    },
    placesOf(row: number): readonly Place[] {
      const places: Place[] = []
      for (let each = last[row] ?? -1; each >= 0; each = previous[each] ?? -1) {
        const length = lengths[each] ?? 0
        places.push({ position: positions[each] ?? 0, length: Math.abs(length), counts: length > 0 })
      }
      return places.reverse()
    },
  }
}

function grown<T extends Int32Array | Float64Array>(values: T, larger: T): T {
  larger.set(values)
  return larger
}
