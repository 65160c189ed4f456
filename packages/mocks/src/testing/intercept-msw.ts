import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** As much of msw's `setupServer` as is used, of msw 2 and 3 alike. */
export interface MswServer {
  /** Starts intercepting. */
  listen(options?: object): void
  /** Stops intercepting. */
  close(): void
}

/**
 * Starts a server of msw. A request that none of its handlers answers fails, and is noted with the test that sent it.
 *
 * @returns what stops it.
 */
export function interceptMsw(server: MswServer, sessions: Sessions): () => void {
  const refuse = ({ method, url }: Request): void => {
    if (sessions.running()?.serves(url)) return
    sessions.sender(method, url)?.noteUnhandled(method, url)
    throw unanswered(method, url)
  }
  server.listen({
    // Under msw 2.
    onUnhandledRequest: refuse,
    // Under msw 3.
    onUnhandledFrame: ({ frame }: UnhandledFrame) => refuse(frame.data.request),
  })
  return () => server.close()
}

interface UnhandledFrame {
  readonly frame: { readonly data: { readonly request: Request } }
}
