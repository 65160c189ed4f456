const quote = 34
const backslash = 92
const opening = new Set([91, 123])
const closing = new Set([93, 125])

/**
 * Whether a JSON text nests arrays and objects deeper than services allow. Some thousand levels deep, the parsed value can no longer be
 * serialized or compared: the stack overflows.
 */
export function exceedsJsonDepth(text: string, deepest = 1_000): boolean {
  // Every level takes an opening and a closing character.
  if (text.length < 2 * deepest) return false
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) quoted = !quoted
    else if (quoted) index += code === backslash ? 1 : 0
    else if (closing.has(code)) depth -= 1
    else if (opening.has(code)) {
      depth += 1
      if (depth > deepest) return true
    }
  }
  return false
}
