/** Whether a value is an object, so that its properties can be read. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Parses a JSON object; returns `undefined` for any other text. The caller vouches for its type. */
export function parseObject<T extends object>(text: unknown): T | undefined {
  try {
    const value = nestsTooDeeply(String(text)) ? undefined : JSON.parse(String(text))
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** The maximum nesting to parse; no response of this API nests deeper. Recursive code, such as `JSON.stringify`, could run out of stack. */
const deepest = 100

function nestsTooDeeply(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length && depth <= deepest; index++) {
    const character = text.charAt(index)
    if (inString && character === '\\') index++
    else if (character === '"') inString = !inString
    else if (!inString) depth += '[{'.includes(character) ? 1 : ']}'.includes(character) ? -1 : 0
  }
  return depth > deepest
}

/** Copies an object without its `undefined` properties. */
export function defined<T extends object>(value: T): Defined<T> {
  const copy = { ...value }
  for (const key in copy) if (copy[key] === undefined) delete copy[key]
  return copy
}

/** Makes properties that may be `undefined` optional instead. */
export type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}
