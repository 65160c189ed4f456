import { isJsonMediaType, isMediaRange, namedTypes, qualityOf } from '@partner-upgrades/spec'

/** Whether an `Accept` header admits one of the media types or ranges; an absent or empty header admits all. */
export function isAcceptable(accept: string | null, mediaTypes: readonly string[]): boolean {
  if (accept === null || accept === '' || mediaTypes.length === 0 || mediaTypes.includes(accept)) return true
  return mediaTypes.some((type) => qualityOf(accept, type) > 0)
}

/**
 * The media type to send a body as: the contract's own, or for a range, a type in it that the caller names, else a common type in it.
 * A body that is not text can only be sent as JSON.
 */
export function concreteMediaType(mediaType: string, body: unknown, accept: string | null): string {
  if (!isMediaRange(mediaType)) return mediaType
  const [range = ''] = mediaType.split(';')
  const inRange = (type: string): boolean => qualityOf(range, type) > 0
  const fits = (type: string): boolean => inRange(type) && (typeof body === 'string' || isJsonMediaType(type))
  const common = [...commonTypes, `${range.split('/')[0]}/x-example`]
  // A JSON range such as `application/*+json` has no well-known type, so the list has an example of one.
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
