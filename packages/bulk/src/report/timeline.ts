/** Counts events in equal spans of time. */
export interface Timeline {
  /** Counts an event at a time in milliseconds since 1970. */
  add(time: number): void
  /** Returns the counts so far; undefined if there were no events. */
  spans(): Spans | undefined
}

/** Counts per span of time, all of the same length. */
export interface Spans {
  /** The start of the first span, in milliseconds since 1970. */
  readonly start: number
  /** The length of a span in milliseconds. */
  readonly width: number
  /** Events in each span, in order. */
  readonly counts: readonly number[]
}

/** Creates an empty timeline with spans of a second; whenever there would be more than `most` spans, their length doubles. */
export function createTimeline(most = 96): Timeline {
  let width = 1_000
  let counts = new Map<number, number>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY

  function widen(): void {
    width *= 2
    const wider = new Map<number, number>()
    for (const [span, count] of counts) {
      const place = Math.floor(span / 2)
      wider.set(place, (wider.get(place) ?? 0) + count)
    }
    counts = wider
    first = Math.floor(first / 2)
    last = Math.floor(last / 2)
  }

  return {
    add(time) {
      const span = Math.floor(time / width)
      counts.set(span, (counts.get(span) ?? 0) + 1)
      first = Math.min(first, span)
      last = Math.max(last, span)
      while (last - first >= most) widen()
    },
    spans() {
      if (counts.size === 0) return undefined
      const length = last - first + 1
      return {
        start: first * width,
        width,
        counts: Array.from({ length }, (_, index) => counts.get(first + index) ?? 0),
      }
    },
  }
}
