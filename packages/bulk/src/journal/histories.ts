import type { RowEntry } from '../entry.ts'
import { isRowEntry } from '../entry.ts'
import type { History } from '../store.ts'
import { createBlocks } from './blocks.ts'
import type { SharedFile } from './disk.ts'
import { isEntry, parseLine } from './line.ts'
import { createLineReader } from './read-lines.ts'

/** Reads what a journal says about each row, in the order of the rows: one pass to find the lines, another to read them. */
export async function* readHistories(file: SharedFile, size: number): AsyncGenerator<History, void, undefined> {
  const index = createIndex(size)
  await createLineReader(file)((bytes, position) => {
    for (const { event } of parseLine(bytes).lines) {
      if (isEntry(event) && isRowEntry(event)) index.add(event.row, position, bytes.length)
    }
  })
  const read = createBlocks(file)
  for (let row = 0; row < size; row++) {
    const entries: (RowEntry & { readonly at: number })[] = []
    for (const { position, length } of index.placesOf(row)) {
      for (const { at, event } of parseLine(await read(position, length), true).lines) {
        if (isEntry(event) && isRowEntry(event) && event.row === row) entries.push({ ...event, at })
      }
    }
    yield { row, entries }
  }
}

interface Place {
  readonly position: number
  readonly length: number
}

/** Where the lines of each row are: 16 bytes a line. */
function createIndex(size: number) {
  const last = new Int32Array(size).fill(-1)
  let count = 0
  let previous = new Int32Array(1024)
  let lengths = new Int32Array(1024)
  let positions = new Float64Array(1024)

  return {
    add(row: number, position: number, length: number): void {
      if (count === positions.length) {
        previous = grown(previous, new Int32Array(2 * count))
        lengths = grown(lengths, new Int32Array(2 * count))
        positions = grown(positions, new Float64Array(2 * count))
      }
      previous[count] = last[row] ?? -1
      lengths[count] = length
      positions[count] = position
      last[row] = count++
    },
    placesOf(row: number): readonly Place[] {
      const places: Place[] = []
      for (let each = last[row] ?? -1; each >= 0; each = previous[each] ?? -1) {
        places.push({ position: positions[each] ?? 0, length: lengths[each] ?? 0 })
      }
      return places.reverse()
    },
  }
}

function grown<T extends Int32Array | Float64Array>(values: T, larger: T): T {
  larger.set(values)
  return larger
}
