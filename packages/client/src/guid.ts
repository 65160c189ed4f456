const digits = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
const whole = new RegExp(`^${digits}$`, 'i')
const location = new RegExp(`^(?:https?://[^/?#\\s]+)?/?(?:[\\w.-]+/)*productupgrades/(${digits})/?$`, 'i')
const anywhere = new RegExp(`\\b${digits}\\b`, 'gi')

/** Whether a value is a GUID as Partner Center writes them: with hyphens, without braces, in any case. */
export function isGuid(value: unknown): value is string {
  return typeof value === 'string' && whole.test(value)
}

/**
 * The upgrade that a `Location` header names, whether relative (as documented), rooted or absolute, in any case, with or
 * without a trailing slash; `undefined` for anything else. The header is read for its GUID and never followed.
 */
export function parseLocation(value: string | null): string | undefined {
  return value?.trim().match(location)?.[1]
}

/** All GUIDs in a text, in order. */
export function findGuids(text: string): readonly string[] {
  return text.match(anywhere) ?? []
}
