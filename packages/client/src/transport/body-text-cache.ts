/**
 * The body texts of requests and responses. Reading one back from its stream takes longer than everything else in this client, so that is
 * done only for messages that a middleware replaced.
 */
const texts = new WeakMap<Request | Response, string>()

/** The text of a body, from the cache if possible. */
export function textOf(message: Request | Response): string | Promise<string> {
  return texts.get(message) ?? message.text()
}

/** The text of a body that this client has already read. */
export function cachedText(message: Response): string | undefined {
  return texts.get(message)
}

/** Copies a response with the text of its body, which is then cached, and with the given headers. */
export function responseWithText({ status, statusText }: Response, text: string, headers: Headers): Response {
  const copy = new Response(text || null, { status, statusText, headers })
  // `Response` would mark the text as text/plain, though the original has no type.
  if (!headers.has('Content-Type')) copy.headers.delete('Content-Type')
  texts.set(copy, text)
  return copy
}

/** Creates a `Request` class that makes real requests and caches their body texts. */
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
