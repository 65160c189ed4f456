import { isJsonMediaType, isMediaRange, namedTypes, qualityOf } from '@partner-upgrades/spec'

/** Whether an `Accept` header lets one of the media types or ranges through; an absent or empty one lets all through. */
export function isAcceptable(accept: string | null, mediaTypes: readonly string[]): boolean {
  if (accept === null || accept === '' || mediaTypes.length === 0 || mediaTypes.includes(accept)) return true
  return mediaTypes.some((type) => qualityOf(accept, type) > 0)
}

/**
 * The media type to send a body as: the contract's own or, where that is a range, what the caller names of it, else a common type of it.
 * What is not text can only be sent as JSON.
 */
export function concreteMediaType(mediaType: string, body: unknown, accept: string | null): string {
  if (!isMediaRange(mediaType)) return mediaType
  const [range = ''] = mediaType.split(';')
  const inRange = (type: string): boolean => qualityOf(range, type) > 0
  const fits = (type: string): boolean => inRange(type) && (typeof body === 'string' || isJsonMediaType(type))
  const common = [...commonTypes, `${range.split('/')[0]}/x-example`]
  // A text is rather sent as it is than as JSON, if both would do; a range of JSON has no type that all know.
  return namedTypes(accept ?? '').find(fits) ?? common.find(fits) ?? common.find(inRange) ?? 'application/json'
}

const commonTypes: readonly string[] = [
  'application/json',
  'application/vnd.example+json',
  'text/plain',
  'image/png',
  'audio/mpeg',
  'video/mp4',
  'font/woff2',
  'multipart/mixed',
]
