/** The rows with the earliest times, in order of time. */
export interface EarliestRows {
  /** The rows kept so far, the earliest first. */
  readonly rows: readonly number[]
  /** Adds a row with its time; drops the latest row if there are too many. */
  add(row: number, time: number): void
}

/** Keeps the `count` earliest rows of those added; rows with equal times stay in the order in which they were added. */
export function createEarliestRows(count: number): EarliestRows {
  const rows: number[] = []
  const times: number[] = []
  return {
    rows,
    add(row, time) {
      if (rows.length === count && time >= (times[count - 1] ?? 0)) return
      let place = rows.length
      while (place > 0 && (times[place - 1] ?? 0) > time) place--
      rows.splice(place, 0, row)
      times.splice(place, 0, time)
      if (rows.length <= count) return
      rows.pop()
      times.pop()
    },
  }
}
