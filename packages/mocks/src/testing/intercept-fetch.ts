import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** Whether a request may go to the network. */
export type Passthrough = (request: Request) => boolean

/**
 * Replaces the global `fetch` with one that responds to each test from its own mock and blocks all other requests.
 *
 * @returns a function that restores the global `fetch`.
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
    // Other code may have replaced `fetch` in the meantime; it will restore what it found.
    if (globalThis.fetch === intercepting) globalThis.fetch = original
  }
}
