/** An event as one line of JSON, its name first, without the control characters of C1, which JSON would let through to a terminal. */
export function toJsonLine({ event, ...rest }: { readonly event: string; readonly [name: string]: unknown }): string {
  return JSON.stringify({ event, ...rest }).replace(
    /[\u007f-\u009f]/g,
    (text) => `\\u00${text.charCodeAt(0).toString(16)}`,
  )
}
