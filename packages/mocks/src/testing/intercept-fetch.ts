import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** Whether a request may go to the network. */
export type Passthrough = (request: Request) => boolean

/**
 * Puts a `fetch` in the place of the global one, which answers each test from its own mock and lets nothing else out.
 *
 * @returns what puts the global one back.
 */
export function interceptFetch(sessions: Sessions, passthrough: Passthrough): () => void {
  const original = globalThis.fetch
  const intercepting: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { method, url } = request
    if (!/^https?:/.test(url) || passthrough(request)) return original(request)
    const session = sessions.sender(method, url)
    if (session?.serves(url)) return original(request)
    if (session !== undefined) {
      if (session.mock.locate(method, url) !== undefined) return session.mock.fetch(request)
      session.noteUnhandled(method, url)
    }
    throw unanswered(method, url)
  }
  globalThis.fetch = intercepting
  return () => {
    // Somebody else may have put theirs in its place since, and will put back what they found.
    if (globalThis.fetch === intercepting) globalThis.fetch = original
  }
}
