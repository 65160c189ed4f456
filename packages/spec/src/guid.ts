const whole = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const anywhere = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi
/** A GUID with or without hyphens. */
const loose = /^([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/i

/** The all-zero GUID, which a .NET service sends for "none". */
export const emptyGuid = '00000000-0000-0000-0000-000000000000'

/** Whether a value is a GUID as Partner Center writes them: with hyphens, without braces, in any case. */
export function isGuid(value: unknown): value is string {
  return typeof value === 'string' && whole.test(value)
}

/** Whether a value counts as no GUID: it is missing, blank, or all zeros. */
export function isEmptyGuid(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && !value.slice(0, 100).replace(/[\s{}()0-]/g, ''))
  )
}

/**
 * Normalizes a GUID in any of the forms that .NET writes: in braces or parentheses, or without hyphens.
 *
 * @returns the GUID with hyphens; `undefined` for anything else, and for the empty GUID.
 */
export function toGuid(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const bare = value
    .slice(0, 100)
    .trim()
    .replace(/^[{(]|[})]$/g, '')
  const parts = loose.exec(bare)?.slice(1)
  return parts && !/^0+$/.test(parts.join('')) ? parts.join('-') : undefined
}

/** Finds all GUIDs in a text, in order. */
export function findGuids(text: string): readonly string[] {
  return text.match(anywhere) ?? []
}
