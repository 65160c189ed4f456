import { isGuid, toGuid } from '@partner-upgrades/spec'

/** The longest `Location` to parse, in characters; those of this API are far shorter. */
const longestLocation = 2_048

/**
 * Parses the upgrade ID from a `Location` header: relative (as documented), rooted or absolute, in any case, with or without a trailing
 * slash. Returns `undefined` for anything else. The header is only read for its GUID, never followed.
 */
export function parseLocation(value: string | null): string | undefined {
  if (!value || value.length > longestLocation) return undefined
  const path = value.trim().replace(/^https?:\/\/[^/?#\s]+/i, '')
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  const id = segments.pop()
  const collection = segments.pop()?.toLowerCase()
  return isGuid(id) &&
    toGuid(id) &&
    collection === 'productupgrades' &&
    segments.every((each) => /^[\w.-]+$/.test(each))
    ? id
    : undefined
}
