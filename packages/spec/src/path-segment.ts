/** A parsed segment of a path template: the literal texts before, between and after its parameters. */
export type PathSegment = readonly [string, ...string[]]

/** Parses a segment of a path template, such as `{base}...{head}`. */
export function parsePathSegment(segment: string): PathSegment {
  const [first = '', ...others] = segment.split(/\{[^{}]*\}/).map(inOneCase)
  return [first, ...others]
}

/**
 * Matches a segment of a path, ignoring case. Returns the values of its parameters, each as short as possible and never empty; undefined if
 * it does not match. Takes linear time, whereas a regular expression would try every split of a long segment.
 */
export function matchPathSegment(segment: string, [first, ...others]: PathSegment): readonly string[] | undefined {
  const folded = inOneCase(segment)
  const last = others.pop()
  if (last === undefined) return folded === first ? [] : undefined
  if (!folded.startsWith(first) || !folded.endsWith(last)) return undefined
  const values: string[] = []
  let start = first.length
  for (const literal of others) {
    const end = folded.indexOf(literal, start + 1)
    if (end === -1) return undefined
    values.push(segment.slice(start, end))
    start = end + literal.length
  }
  const end = segment.length - last.length
  return end > start ? [...values, segment.slice(start, end)] : undefined
}

/** Converts to lower case, except for the few letters that would get longer, so that positions in the text stay the same. */
function inOneCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
}
