import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** The subset of msw's `setupServer` that is used, the same in msw 2 and 3. */
export interface MswServer {
  /** Starts intercepting. */
  listen(options?: object): void
  /** Stops intercepting. */
  close(): void
}

/**
 * Starts an msw server. A request that none of its handlers handles fails, and is recorded for the test that sent it.
 *
 * @returns a function that stops the server.
 */
export function interceptMsw(server: MswServer, sessions: Sessions): () => void {
  const refuse = ({ method, url }: Request): void => {
    if (sessions.running()?.serves(url)) return
    sessions.sender(method, url)?.noteUnhandled(method, url)
    throw unanswered(method, url)
  }
  server.listen({
    // For msw 2.
    onUnhandledRequest: refuse,
    // For msw 3.
    onUnhandledFrame: ({ frame }: UnhandledFrame) => refuse(frame.data.request),
  })
  return () => server.close()
}

interface UnhandledFrame {
  readonly frame: { readonly data: { readonly request: Request } }
}
