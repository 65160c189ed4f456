/** The value of a JSON text, or undefined: without the words of `JSON.parse`, which would show what is in the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
