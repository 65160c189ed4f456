/** Characters that JSON leaves unescaped and `printable` removes. */
const unescaped = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** Formats an event as one line of JSON, its name first. Characters that could control a terminal are escaped, so that no text changes. */
export function toJsonLine({ event, ...rest }: { readonly event: string; readonly [name: string]: unknown }): string {
  return JSON.stringify({ event, ...rest }).replace(
    unescaped,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
