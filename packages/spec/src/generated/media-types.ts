// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

// Interprets media types, for readers and writers of bodies. The compiler copies this file beside its output.

/** Returns type and subtype in lower case, without parameters such as `charset`. */
export function essenceOf(mediaType: string): string {
  const semicolon = mediaType.indexOf(';')
  return (semicolon === -1 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase()
}

/**
 * Whether bodies of a media type are JSON: `application/json`, `text/json` or a subtype that ends in `+json` (RFC 6839, section 3.1),
 * including the range `application/*+json`.
 */
export function isJsonMediaType(mediaType: string): boolean {
  const essence = essenceOf(mediaType)
  return essence === 'application/json' || essence === 'text/json' || /^[^/]+\/[^/]*\+json$/.test(essence)
}

/** Whether a media type is a range, such as `text/*` or `application/*+json`. */
export function isMediaRange(mediaType: string): boolean {
  return essenceOf(mediaType).includes('*')
}

/**
 * Finds the entry of a contract for a media type, by the most specific key: the same text, the same type with the most parameters in
 * common, `type/*+suffix`, `type/*`, any type. A key does not match if a parameter other than `charset` has another value.
 */
export function findMediaType<T>(
  content: Readonly<Record<string, T>>,
  mediaType: string,
): readonly [name: string, value: T] | undefined {
  const exact = content[mediaType]
  // The spelling is nearly always that of the contract.
  if (exact !== undefined && Object.hasOwn(content, mediaType)) return [mediaType, exact]
  const essence = essenceOf(mediaType)
  const given = parametersOf(mediaType)
  let best: { readonly entry: readonly [string, T]; readonly rank: number } | undefined
  for (const entry of Object.entries(content)) {
    const precision = precisionOf(essenceOf(entry[0]), essence)
    const shared = sharedParameters(parametersOf(entry[0]), given)
    if (precision === undefined || shared === undefined) continue
    const rank = precision * 1_000 + shared
    if (best === undefined || rank > best.rank) best = { entry, rank }
  }
  return best?.entry
}

/** Returns the quality that an `Accept` header gives a media type, or any type of a range, from 0 to 1. The most specific range decides. */
export function qualityOf(accept: string, mediaType: string): number {
  const essence = essenceOf(mediaType)
  const parameters = parametersOf(mediaType)
  let best = { rank: -1, quality: 0 }
  for (const part of splitOutsideQuotes(accept, ',')) {
    const wanted = parametersOf(part)
    const shared = sharedParameters(wanted, parameters)
    const range = essenceOf(part)
    // If the contract has a range, a type in the header may belong to it.
    const overlap = precisionOf(range, essence) ?? (essence.includes('*') ? precisionOf(essence, range) : undefined)
    if (overlap === undefined || shared === undefined) continue
    const quality = qualityIn(wanted)
    const rank = essence.includes('*') ? quality : overlap * 1_000 + shared
    if (rank > best.rank) best = { rank, quality }
  }
  return best.quality
}

/** Returns the media types that an `Accept` header names, without ranges, by descending quality. */
export function namedTypes(accept: string): readonly string[] {
  return splitOutsideQuotes(accept, ',')
    .map((part) => ({ type: essenceOf(part), quality: qualityIn(parametersOf(part)) }))
    .filter(({ type, quality }) => quality > 0 && /^[^/*\s]+\/[^/*\s]+$/.test(type))
    .sort((a, b) => b.quality - a.quality)
    .map(({ type }) => type)
}

/** Returns how closely a type or range matches a type, starting from 0 for any type; undefined if it does not match. */
function precisionOf(range: string, essence: string): number | undefined {
  if (range === essence) return 3
  if (range === '*/*' || range === '*') return 0
  const star = range.indexOf('/*')
  if (star === -1 || !essence.startsWith(range.slice(0, star + 1))) return undefined
  const suffix = range.slice(star + 2)
  if (suffix === '') return 1
  return suffix.startsWith('+') && essence.endsWith(suffix) ? 2 : undefined
}

/** Counts the parameters that both have in common; undefined if the values of one differ. */
function sharedParameters(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number | undefined {
  let shared = 0
  for (const [name, value] of a) {
    const other = b.get(name)
    if (other === undefined || name === 'charset' || name === 'q') continue
    if (other !== value) return undefined
    shared += 1
  }
  return shared
}

/** Parses parameters, by name in lower case; their values are without quotation marks. */
function parametersOf(mediaType: string): ReadonlyMap<string, string> {
  if (!mediaType.includes(';')) return none
  const [, ...parts] = splitOutsideQuotes(mediaType, ';')
  return new Map(
    parts.flatMap((part) => {
      const equals = part.indexOf('=')
      return equals === -1
        ? []
        : [[part.slice(0, equals).trim().toLowerCase(), unquoted(part.slice(equals + 1).trim())]]
    }),
  )
}

const none: ReadonlyMap<string, string> = new Map()

function qualityIn(parameters: ReadonlyMap<string, string>): number {
  const quality = Number(parameters.get('q') ?? 1)
  return quality >= 0 && quality <= 1 ? quality : 1
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : text
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  if (!text.includes('"')) return text.split(separator)
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') quoted = !quoted
    else if (quoted) index += text[index] === '\\' ? 1 : 0
    else if (text[index] === separator) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)]
}
