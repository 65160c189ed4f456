import type { MediaType } from '@partner-upgrades/spec'

/** Type and subtype of a `Content-Type`, in lower case, without its parameters. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** Whether a media type is JSON, `application/problem+json` and the like included. */
export function isJsonType(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(mediaType)
}

/** What a contract says of a media type: of itself, else of the range (`text/*`) that covers it best. */
export function declaredFor<T>(
  content: Readonly<Record<string, T>>,
  mediaType: string,
): readonly [name: string, media: T] | undefined {
  const names = [mediaType, `${mediaType.split('/')[0]}/*`, '*/*']
  const declared = Object.entries(content)
  for (const name of names) {
    const found = declared.find(([key]) => essenceOf(key) === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a body without a `Content-Type` is taken for: JSON if the contract has it, else the first there is. */
export function assumedType(content: Readonly<Record<string, MediaType>>): string {
  const names = Object.keys(content).map(essenceOf)
  return names.find(isJsonType) ?? names[0] ?? 'application/json'
}
