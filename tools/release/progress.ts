/** Reports the progress of long work: each line has the time since the start, and there is one at least every 20 seconds. */
export interface Progress {
  /** Prints a line. */
  say(line: string): void
  /** Runs work that may take long, and names it while nothing else is printed. */
  during<T>(what: string, work: () => Promise<T>): Promise<T>
  /** Stops reporting. */
  close(): void
}

const longestSilence = 20_000

/** Starts the clock, and prints lines through `print`. */
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
