/** A segment of a path template that mixes text and parameters: the literal texts before, between and after the parameters. */
export type PathSegment = readonly [string, ...string[]]

/** Parses a segment of a path template, such as `{base}...{head}`. */
export function parsePathSegment(segment: string): PathSegment {
  const [first = '', ...others] = segment.split(/\{[^{}]*\}/).map(inOneCase)
  return [first, ...others]
}

/**
 * Matches a segment of a path, in any case: the values of its parameters, each as short as possible and never empty; undefined if it does
 * not match. Takes linear time, where a regular expression would try each split of a long segment.
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

/** Lower case, but for the few letters that would get longer: places in the text stay what they are. */
function inOneCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
}
