const quote = 34
const backslash = 92
const opening = new Set([91, 123])
const closing = new Set([93, 125])

/**
 * Whether lists and objects of a JSON text lie deeper within each other than services let them. Some thousand deep, what
 * was read cannot be written or compared any more: the stack ends.
 */
export function exceedsJsonDepth(text: string, deepest = 1_000): boolean {
  // Every level takes a character to open it, and one to close it.
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
