/**
 * The texts that requests and responses were made from. Reading one back from its stream takes longer than all else this client does, so it
 * is only done for what a middleware put in the place of the original.
 */
const texts = new WeakMap<Request | Response, string>()

/** The text of a body. */
export function textOf(message: Request | Response): string | Promise<string> {
  return texts.get(message) ?? message.text()
}

/** The text of a body that has been read already, if this client knows it. */
export function cachedText(message: Response): string | undefined {
  return texts.get(message)
}

/** The same response, with its body read, and with other headers. */
export function responseWithText({ status, statusText }: Response, text: string, headers: Headers): Response {
  const copy = new Response(text || null, { status, statusText, headers })
  // A text that says nothing of its type does not become plain text.
  if (!headers.has('Content-Type')) copy.headers.delete('Content-Type')
  texts.set(copy, text)
  return copy
}

/** Makes requests, real ones, and remembers their texts. */
export function createCachingRequest(): typeof Request {
  return new Proxy(Request, {
    construct(target, args) {
      const request: Request = Reflect.construct(target, args)
      const body: unknown = args[1]?.body
      if (typeof body === 'string') texts.set(request, body)
      return request
    },
  })
}
