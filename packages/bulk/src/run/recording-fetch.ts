import { PartnerCenterError } from '@partner-upgrades/client'
import type { Store } from '../store.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Rows whose creates are under way, by `MS-RequestId`. */
export type Creates = Map<string, number>

/**
 * A `fetch` that writes down every create before it is sent, each attempt by itself. What cannot be written down, or belongs to another
 * worker by then, is not sent.
 */
export function createRecordingFetch(fetch: Fetch, store: Store, creates: Creates): Fetch {
  return async (url, init) => {
    if (!/\/productUpgrades\/?$/i.test(new URL(url).pathname)) return fetch(url, init)
    const headers = new Headers(init.headers)
    const requestId = headers.get('MS-RequestId') ?? ''
    const row = creates.get(requestId)
    if (row === undefined) throw notSent('no row asked for this create')
    const correlationId = headers.get('MS-CorrelationId') ?? ''
    const own = await store.append({ is: 'sending', row, requestId, correlationId }).catch((cause: unknown) => {
      throw notSent('it could not be recorded', cause)
    })
    if (!own) throw notSent('another worker has taken over the row')
    init.signal?.throwIfAborted()
    return fetch(url, init)
  }
}

function notSent(why: string, cause?: unknown): PartnerCenterError {
  return new PartnerCenterError(`The create was not sent: ${why}`, { cause, unsent: true })
}
