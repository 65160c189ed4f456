import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { CredentialError } from './errors.ts'
import { toCredentialError } from './failure.ts'
import type { Settings } from './settings.ts'

/**
 * How msal reaches the network: with a time limit, which msal has none of, and without taking secrets along a redirect.
 */
export interface Network extends INetworkModule {
  /** What went wrong, where the exchange failed: what msal throws then is less telling, and for a device code nothing at all. */
  explain(thrown: unknown): unknown
}

/**
 * @param secrets what must not show
 * @param signal ends what is in flight
 */
export function createNetwork(
  { fetch, timeout, tenantId }: Settings,
  secrets: readonly string[],
  signal?: AbortSignal,
): Network {
  let failure: CredentialError | undefined

  async function send<T>(
    method: string,
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const limit = AbortSignal.timeout(timeout)
    const init: RequestInit = {
      method,
      headers,
      body: body ?? null,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    }
    const { host } = new URL(url)
    const answer = await fetch(url, init)
      .then(async (response) => ({ response, text: await response.text() }))
      .catch((cause: unknown) => fail('connection', `${host} could not be reached: ${reasonOf(cause)}`))
    const { status } = answer.response
    let content: T
    try {
      content = JSON.parse(answer.text)
    } catch {
      return fail('service', `${host} answered ${status}, and not with JSON`)
    }
    if (method === 'POST' && status >= 400 && !isPending(content)) {
      failure = toCredentialError(content, status, tenantId, secrets)
      throw failure
    }
    return { status, headers: Object.fromEntries(answer.response.headers), body: content }
  }

  function fail(reason: 'connection' | 'service', message: string): never {
    failure = new CredentialError(reason, message, { tenantId })
    throw failure
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    explain(thrown) {
      if (failure) return failure
      const { errorCode, errorMessage }: MsalError = Object(thrown)
      if (typeof errorCode !== 'string') return thrown
      return toCredentialError({ error: errorCode, error_description: errorMessage }, 0, tenantId, secrets)
    },
  }
}

/** What msal throws. */
interface MsalError {
  readonly errorCode?: unknown
  readonly errorMessage?: unknown
}

/** The user has not typed the device code yet; msal asks again. */
function isPending(content: unknown): boolean {
  return Object(content).error === 'authorization_pending'
}

/** The code, or at least the name, of the innermost error: its words could repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause !== undefined) return reasonOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
