/** Type and subtype in lower case, without parameters such as `charset`. */
export function essenceOf(mediaType: string): string {
  const semicolon = mediaType.indexOf(';')
  return (semicolon === -1 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase()
}

/** Whether bodies of this media type are JSON. */
export function isJson(mediaType: string): boolean {
  const essence = essenceOf(mediaType)
  return essence === 'application/json' || essence.endsWith('+json')
}

/** What a contract has for a media type: under the type itself, `type/*`, or anything. */
export function coveringMediaType<T>(content: Readonly<Record<string, T>>, mediaType: string): T | undefined {
  // Nearly always it is spelled as in the contract.
  if (Object.hasOwn(content, mediaType)) return content[mediaType]
  const essence = essenceOf(mediaType)
  const ranges = Object.keys(content)
  const range =
    ranges.find((each) => essenceOf(each) === essence) ?? ranges.find((each) => covers(essenceOf(each), essence))
  return range === undefined ? undefined : content[range]
}

/** Whether an `Accept` header lets one of the media types through; an absent or empty one lets all through. */
export function isAcceptable(accept: string | null, mediaTypes: readonly string[]): boolean {
  if (accept === null || accept === '' || mediaTypes.length === 0 || mediaTypes.includes(accept)) return true
  return mediaTypes.some((type) => qualityOf(accept, type) > 0)
}

/** How much an `Accept` header wants a media type, from 0 to 1; the most specific range decides. */
export function qualityOf(accept: string, mediaType: string): number {
  const essence = essenceOf(mediaType)
  let best = { precision: -1, quality: 0 }
  for (const part of accept.split(',')) {
    const range = essenceOf(part)
    const precision = covers(range, essence) ? precisionOf(range) : -1
    if (precision > best.precision) best = { precision, quality: qualityParameter(part) }
  }
  return best.quality
}

function covers(range: string, essence: string): boolean {
  return range === essence || range === '*/*' || (range.endsWith('/*') && essence.startsWith(range.slice(0, -1)))
}

function precisionOf(range: string): number {
  return range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2
}

function qualityParameter(part: string): number {
  const match = /;\s*q\s*=\s*([\d.]+)/i.exec(part)
  return match?.[1] === undefined ? 1 : Number(match[1])
}
