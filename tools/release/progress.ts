/** Tells how far something long is: each line with the time since the start, and a line at least every 20 seconds. */
export interface Progress {
  /** Prints a line. */
  say(line: string): void
  /** Does something that may take long, and names it while it is silent. */
  during<T>(what: string, work: () => Promise<T>): Promise<T>
  /** Says nothing any more. */
  close(): void
}

const longestSilence = 20_000

/** Starts to count, and prints lines by `print`. */
export function createProgress(print: (line: string) => void): Progress {
  const start = performance.now()
  const underWay = new Set<{ readonly what: string }>()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  const beat = setInterval(() => {
    if (underWay.size > 0) say(`  … ${[...underWay].map(({ what }) => what).join(', ')}`)
  }, longestSilence)

  function say(line: string): void {
    beat.refresh()
    print(`${String(seconds()).padStart(4)} s  ${line}`)
  }

  return {
    say,
    async during(what, work) {
      const entry = { what }
      underWay.add(entry)
      try {
        return await work()
      } finally {
        underWay.delete(entry)
      }
    },
    close: () => clearInterval(beat),
  }
}
