/** Texts that must be removed. */
export interface PrivateTexts {
  /** Remembers a text. */
  add(text: string): void
  /** Replaces each of them in a text with `instead`, ignoring case. */
  remove(text: string, instead: string): string
}

/** Shorter texts occur everywhere; longer ones are indexed by their beginning. */
const shortest = 4

/** Creates an empty collection. Lookup time does not depend on the number of texts: recordings have thousands. */
export function createPrivateTexts(): PrivateTexts {
  const byBeginning = new Map<string, Set<string>>()

  /** Returns the end of the longest known text that begins at `start`; `start` if there is none. */
  function endAt(lower: string, start: number): number {
    let end = start
    for (const known of byBeginning.get(lower.slice(start, start + shortest)) ?? []) {
      if (lower.startsWith(known, start)) end = Math.max(end, start + known.length)
    }
    return end
  }

  return {
    add(text) {
      const known = text.trim().toLowerCase()
      if (known.length < shortest) return
      const beginning = known.slice(0, shortest)
      const others = byBeginning.get(beginning)
      if (others === undefined) byBeginning.set(beginning, new Set([known]))
      else others.add(known)
    },
    remove(text, instead) {
      if (byBeginning.size === 0) return text
      const lower = text.toLowerCase()
      let result = ''
      let kept = 0
      for (let start = 0; start < lower.length; start++) {
        let end = endAt(lower, start)
        if (end === start) continue
        // In a few languages a letter changes its length with its case: then nothing of the text can be kept.
        if (lower.length !== text.length) return instead
        // If two overlap, both are removed.
        for (let at = start + 1; at < end; at++) end = Math.max(end, endAt(lower, at))
        result += text.slice(kept, start) + instead
        kept = end
        start = end - 1
      }
      return result + text.slice(kept)
    },
  }
}
