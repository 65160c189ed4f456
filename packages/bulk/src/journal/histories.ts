import { isRowEntry } from '../entry.ts'
import type { History, Recorded } from '../store.ts'
import { createBlocks } from './blocks.ts'
import type { SharedFile } from './disk.ts'
import type { Ledger } from './ledger.ts'
import { isEntry, type Line, parseLine } from './line.ts'
import { createLineReader } from './read-lines.ts'

/**
 * Reads what a journal says about each row, in the order of the rows: one pass to find the lines, another to read them.
 *
 * @param begin gives a ledger that tells of each line whether it counts
 */
export async function* readHistories(
  file: SharedFile,
  size: number,
  begin: (told: (line: Line, counts: boolean) => void) => Ledger,
): AsyncGenerator<History, void, undefined> {
  const index = createIndex(size)
  let place = { position: 0, length: 0 }
  const ledger = begin(({ event }, counts) => {
    if (isEntry(event) && isRowEntry(event)) index.add(event.row, { ...place, counts })
  })
  await createLineReader(file)((bytes, position) => {
    place = { position, length: bytes.length }
    ledger.take(bytes)
  })
  const read = createBlocks(file)
  for (let row = 0; row < size; row++) {
    const entries: Recorded[] = []
    for (const { position, length, counts } of index.placesOf(row)) {
      for (const { at, event } of parseLine(await read(position, length), true).lines) {
        if (isEntry(event) && isRowEntry(event) && event.row === row) entries.push({ ...event, at, counts })
      }
    }
    yield { row, entries }
  }
}

interface Place {
  readonly position: number
  readonly length: number
  readonly counts: boolean
}

/** Where the lines of each row are: 16 bytes a line. */
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
