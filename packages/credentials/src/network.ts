import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { CredentialError } from './errors.ts'
import type { Settings } from './settings.ts'

/** How msal reaches the network: with a time limit, which msal has none of, and without following redirects with secrets. */
export interface Network extends INetworkModule {
  /** Why there was no answer: msal turns what is thrown here into something less telling. */
  failure(): CredentialError | undefined
}

/** @param signal ends what is in flight */
export function createNetwork({ fetch, timeout, tenantId }: Settings, signal?: AbortSignal): Network {
  let failure: CredentialError | undefined

  async function send<T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const limit = AbortSignal.timeout(timeout)
    const init: RequestInit = {
      method,
      redirect: 'manual',
      headers: options.headers ?? {},
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
      ...(options.body === undefined ? {} : { body: options.body }),
    }
    const host = new URL(url).host
    const answer = await fetch(url, init)
      .then(async (response) => ({ response, text: await response.text() }))
      .catch((cause: unknown) => fail('connection', `${host} could not be reached: ${reasonOf(cause)}`))
    const { status, headers } = answer.response
    try {
      const body: T = JSON.parse(answer.text)
      return { status, body, headers: Object.fromEntries(headers) }
    } catch {
      return fail('service', `${host} answered ${status} with something else than JSON`)
    }
  }

  function fail(reason: 'connection' | 'service', message: string): never {
    failure = new CredentialError(reason, message, { tenantId })
    throw failure
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    failure: () => failure,
  }
}

/** The code, or at least the words, of the innermost error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause !== undefined) return reasonOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
