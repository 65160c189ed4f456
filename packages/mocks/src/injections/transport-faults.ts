import type { Fate } from '../contract/message.ts'
import { type Duration, toMilliseconds } from '../time/duration.ts'
import { after, instead } from './changed-response.ts'
import type { InjectedFault } from './injected-fault.ts'

/** The response comes late, by the mock's clock. The service handles the call at once. */
export function slow({ by = '30s' }: { readonly by?: Duration | undefined } = {}): InjectedFault {
  const delay = toMilliseconds(by)
  return after(
    'slow',
    (intended) => intended,
    (clock) => clock.sleep(delay),
  )
}

/** The connection closes before the service sees the request. */
export function dropped(): InjectedFault {
  return lost('dropped', { kind: 'dropped' })
}

/** The connection stays open, but no response comes; the service never sees the request. */
export function stalled(): InjectedFault {
  return lost('stalled', { kind: 'stalled' })
}

/** The service handles the call, but the connection closes before the response. */
export function acceptedThenDropped(): InjectedFault {
  return changed('acceptedThenDropped', () => ({ kind: 'dropped' }))
}

/** The service handles the call, but the response never comes. */
export function acceptedThenStalled(): InjectedFault {
  return changed('acceptedThenStalled', () => ({ kind: 'stalled' }))
}

/** The connection closes in the middle of the body, or before the response if it has no body. */
export function truncated(): InjectedFault {
  return changed('truncated', (body) => (body === '' ? { kind: 'dropped' } : { kind: 'cut', after: body.length >> 1 }))
}

function lost(name: string, fate: Fate): InjectedFault {
  return instead(name, { status: 0, headers: {}, fate })
}

function changed(name: string, fateOf: (body: string) => Fate): InjectedFault {
  return after(name, (intended) => ({ ...intended, fate: fateOf(intended.body ?? '') }))
}
