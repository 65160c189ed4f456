/** Whether a value is an object whose properties can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The object a text holds as JSON, `undefined` if it holds none. What is in the object is for the caller to know. */
export function parseObject<T extends object>(text: unknown): T | undefined {
  try {
    const value = JSON.parse(String(text))
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined
  } catch {
    return undefined
  }
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
