/** TypeScript code in place of a value, such as the name of a validator. */
export interface Code {
  readonly [code]: string
}

const code: unique symbol = Symbol('code')

/** Marks a text as code. */
export function toCode(text: string): Code {
  return { [code]: text }
}

/** A type in which each function is replaced by code. */
export type Printable<T> = T extends (...args: never[]) => unknown
  ? Code
  : T extends readonly (infer Item)[]
    ? readonly Printable<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Printable<T[Key]> }
      : T

/** Returns the text of code; undefined for any other value. */
export function codeText(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && code in value ? String(value[code]) : undefined
}
