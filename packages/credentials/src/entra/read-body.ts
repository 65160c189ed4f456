import { abortable } from '../shared/abortable.ts'

/** The maximum size of a body in bytes, after decompression. Responses of either service take a few kilobytes. */
export const bodyLimit = 1_048_576

/**
 * Reads a body as text. The body is cancelled as soon as it exceeds the limit, so that it uses up neither memory nor a socket.
 *
 * @returns `undefined` if the body exceeds {@link bodyLimit}
 */
export async function readText({ body }: Response, signal: AbortSignal): Promise<string | undefined> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (;;) {
      // A custom `fetch` may ignore the signal.
      const { done, value } = await abortable(reader.read(), signal)
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > bodyLimit) return undefined
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** Releases the socket of a response whose body is not needed. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {})
}

/** Whether a response is a redirect, which this package never follows. */
export function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400
}
