/** Replaces each GUID in a text with its pseudonym. */
export type Pseudonyms = (text: string) => string

/** GUIDs in a text, with hyphens or without. */
export const guids: RegExp = /(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])/gi
const nothing = '0'.repeat(32)

/**
 * Gives every GUID a lasting pseudonym, with or without hyphens and in either case. Pseudonyms are drawn, not computed, so they
 * cannot be reversed. The all-zero GUID is kept, because it means none.
 *
 * @param random Draws a GUID.
 */
export function createPseudonyms(random: () => string): Pseudonyms {
  const drawn = new Map<string, string>()
  return (text) =>
    text.replaceAll(guids, (guid) => {
      const key = guid.replaceAll('-', '').toLowerCase()
      if (key === nothing) return guid
      let other = drawn.get(key)
      if (other === undefined) {
        other = random().toLowerCase()
        drawn.set(key, other)
      }
      const written = guid.includes('-') ? other : other.replaceAll('-', '')
      return /[A-F]/.test(guid) ? written.toUpperCase() : written
    })
}

/** Whether a text is a GUID, and nothing else. */
export function isGuid(text: string): boolean {
  return text.replace(guids, '') === '' && text !== ''
}
