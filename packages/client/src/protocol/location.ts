import { isGuid, toGuid } from '@partner-upgrades/spec'

/** No `Location` of this API comes close to this many characters. */
const longestLocation = 2_048

/**
 * The upgrade that a `Location` header names, whether relative (as documented), rooted or absolute, in any case, with or
 * without a trailing slash; `undefined` for anything else. The header is read for its GUID and never followed.
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
