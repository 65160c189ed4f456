/** What JSON lets through to a terminal, and `printable` would not. */
const unescaped = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** An event as one line of JSON, its name first. What could control a terminal is escaped, so that each text stays what it is. */
export function toJsonLine({ event, ...rest }: { readonly event: string; readonly [name: string]: unknown }): string {
  return JSON.stringify({ event, ...rest }).replace(
    unescaped,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
