/** Whether a value is an object whose properties can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The object a text holds as JSON, `undefined` if it holds none. What is in the object is for the caller to know. */
export function parseObject<T extends object>(text: unknown): T | undefined {
  try {
    const value = nestsTooDeeply(String(text)) ? undefined : JSON.parse(String(text))
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** No answer of this API nests deeper. Whatever walks a value that does, such as `JSON.stringify`, runs out of stack. */
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

/** The same object without the properties that are `undefined`. */
export function defined<T extends object>(value: T): Defined<T> {
  const copy = { ...value }
  for (const key in copy) if (copy[key] === undefined) delete copy[key]
  return copy
}

/** Properties that may be `undefined` may then be missing. */
export type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}
