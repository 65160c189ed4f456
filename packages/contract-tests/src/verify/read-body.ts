/** Thrown if a body is larger than the limit. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'

  constructor(limit: number) {
    super(`the response body is larger than ${limit} bytes`)
  }
}

/**
 * Reads the text of a body up to a limit. A larger body is abandoned, and its connection closed.
 *
 * @param limit The limit in bytes after decompression: a few bytes may decompress to any number of others.
 * @throws {BodyTooLargeError} if it is larger.
 */
export async function readBody({ body }: Response, limit: number): Promise<string> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  let size = 0
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    size += value?.length ?? 0
    if (size > limit) {
      reader.cancel().catch(() => {})
      throw new BodyTooLargeError(limit)
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}
