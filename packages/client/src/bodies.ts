/**
 * The texts that requests and responses were made from. Reading one back from its stream takes longer than all else this client does, so it
 * is only done for what a middleware put in the place of the original.
 */
const texts = new WeakMap<Request | Response, string>()

/** The text of a body. */
export function textOf(message: Request | Response): string | Promise<string> {
  return texts.get(message) ?? message.text()
}

/** The same response, with its body read. */
export function withText(response: Response, text: string): Response {
  const copy = new Response(text || null, response)
  texts.set(copy, text)
  return copy
}

/** Makes requests, real ones, and remembers their texts. */
export function rememberingRequest(): typeof Request {
  return new Proxy(Request, {
    construct(target, args) {
      const request: Request = Reflect.construct(target, args)
      const body: unknown = args[1]?.body
      if (typeof body === 'string') texts.set(request, body)
      return request
    },
  })
}
