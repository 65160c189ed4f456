/** Returns a function that makes names unique: among themselves and against those already used. */
export function createNames(used: Iterable<string> = []): (wanted: string) => string {
  const taken = new Set(used)
  return (wanted) => {
    let name = wanted
    for (let suffix = 2; taken.has(name); suffix++) name = `${wanted}${suffix}`
    taken.add(name)
    return name
  }
}

/** Joins words into one identifier: `['getThing', 'thing-id']` becomes `getThingThingId`. */
export function camelCase(words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split(/[^A-Za-z0-9]+/)).filter((part) => part !== '')
  const joined = parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('')
  return /^[A-Za-z]/.test(joined) ? joined : `_${joined}`
}
