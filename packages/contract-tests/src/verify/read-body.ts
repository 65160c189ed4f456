/** A body is larger than anybody wants to read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'

  constructor(limit: number) {
    super(`the body of the answer is larger than ${limit} bytes`)
  }
}

/**
 * The text of a body, read no further than a limit. The rest is not waited for, and its connection ended.
 *
 * @param limit Bytes, counted as they are when decompressed: a few of them may stand for any number of others.
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
