import { ContractViolationError } from '../errors/errors.ts'

/** The longest body to read, in bytes; those of this API are far shorter. */
const longest = 2 ** 20

/**
 * Reads a body as text.
 *
 * @throws ContractViolationError as soon as it exceeds the limit.
 */
export async function readBody(response: Response): Promise<string> {
  const announced = response.headers.get('Content-Length')
  let left = longest - Number(announced)
  // The platform's own reader is fastest, and the length can be trusted if the body is not compressed.
  if (announced && left >= 0 && !response.headers.has('Content-Encoding')) return response.text()
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  for (let text = ''; left >= 0; ) {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) return text + decoder.decode()
    left -= chunk.value.length
    text += decoder.decode(chunk.value, { stream: true })
  }
  reader?.cancel().catch(() => {})
  throw new ContractViolationError('The response is too long')
}
