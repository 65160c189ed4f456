/** Texts that must not show. */
export interface LearntTexts {
  add(text: string): void
  /** A text with `instead` where one of them stands, in whatever case. */
  remove(text: string, instead: string): string
}

/** Shorter texts are in everything; longer ones are found by how they begin. */
const shortest = 4

/** Starts with none. Finding takes no longer for many than for few: recordings have thousands. */
export function createLearntTexts(): LearntTexts {
  const byBeginning = new Map<string, Set<string>>()

  /** Where the longest of them that begins at a place ends; the place itself if none does. */
  function endAt(lower: string, start: number): number {
    let end = start
    for (const learnt of byBeginning.get(lower.slice(start, start + shortest)) ?? []) {
      if (lower.startsWith(learnt, start)) end = Math.max(end, start + learnt.length)
    }
    return end
  }

  return {
    add(text) {
      const learnt = text.trim().toLowerCase()
      if (learnt.length < shortest) return
      const beginning = learnt.slice(0, shortest)
      const others = byBeginning.get(beginning)
      if (others === undefined) byBeginning.set(beginning, new Set([learnt]))
      else others.add(learnt)
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
        // Where two overlap, both go.
        for (let at = start + 1; at < end; at++) end = Math.max(end, endAt(lower, at))
        result += text.slice(kept, start) + instead
        kept = end
        start = end - 1
      }
      return result + text.slice(kept)
    },
  }
}
