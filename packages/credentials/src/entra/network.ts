import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import type { Settings } from '../options/settings.ts'
import { CredentialError, type FailureDetails, isCredentialError } from '../shared/errors.ts'
import { createRedactor } from '../shared/redact.ts'
import { bodyLimit, discard, isRedirect, readText } from './read-body.ts'
import { toCredentialError } from './token-endpoint-error.ts'

/**
 * Sends the requests of msal, with limits on time and size, which msal lacks, and without following redirects, which would leak secrets.
 */
export interface Network extends INetworkModule {
  /** Returns the cause of a failed exchange, which msal reports less precisely, and for a device code not at all. */
  explain(thrown: unknown): CredentialError
  /** Turns an error response that did not come through this network, such as a redirect to this machine, into an error. */
  refuse(content: unknown): CredentialError
  /** Makes a text from the endpoint safe to show: without the secrets that were sent or received, on one line, and short. */
  quote(value: unknown): string | undefined
}

/** Request parameters that are secrets. */
const secretParameters = [
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'refresh_token',
]

/** Response properties that are secrets. */
const secretMembers = ['access_token', 'device_code', 'id_token', 'refresh_token']

/**
 * Creates a network for one exchange with the token endpoint, which keeps secrets out of every error.
 *
 * @param secrets further secrets that must not be shown, even if they are never sent
 * @param signal aborts requests in flight
 */
export function createNetwork(
  { fetch, timeout, tenantId, clientSecret, certificate }: Settings,
  secrets: readonly unknown[],
  signal?: AbortSignal,
): Network {
  const redactor = createRedactor(clientSecret, certificate?.privateKey, ...secrets)
  let failure: CredentialError | undefined

  async function send<T>(
    method: string,
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const parameters = new URLSearchParams(body)
    redactor.add(...secretParameters.map((name) => parameters.get(name)))
    const limit = AbortSignal.timeout(timeout)
    const ending = signal ? AbortSignal.any([limit, signal]) : limit
    const init: RequestInit = { method, headers, body: body ?? null, redirect: 'manual', signal: ending }
    const { host } = new URL(url)
    const { response, text } = await fetch(url, init)
      .then(read)
      .catch((cause: unknown) => {
        const connectionCode = redactor.quote(reasonOf(cause)) ?? 'unknown'
        return fail('connection', `${host} could not be reached: ${connectionCode}`, { connectionCode })
      })
    const { status } = response
    if (isRedirect(response))
      return fail('service', `${host} answered ${status}, a redirect; redirects are not followed`)
    if (text === undefined) return fail('service', `${host} answered ${status} with more than ${bodyLimit} bytes`)
    let content: T
    try {
      content = JSON.parse(text)
    } catch {
      return isPage(response)
        ? fail(
            'service',
            `${host} answered ${status} with an HTML page instead of JSON: a firewall, a web filter or a sign-in page`,
            { isForeign: true },
          )
        : fail('service', `${host} answered ${status} without JSON`)
    }
    if (typeof content !== 'object' || content === null)
      return fail('service', `${host} answered ${status} without a JSON object`)
    const members: Readonly<Record<string, unknown>> = Object(content)
    redactor.add(...secretMembers.map((name) => members[name]))
    if (method === 'POST' && status >= 400 && !isPending(content)) {
      failure = toCredentialError(content, status, tenantId, redactor)
      throw failure
    }
    return { status, headers: Object.fromEntries(response.headers), body: content }

    async function read(response: Response): Promise<{ response: Response; text: string | undefined }> {
      if (!isRedirect(response)) return { response, text: await readText(response, ending) }
      discard(response)
      return { response, text: '' }
    }
  }

  function fail(reason: 'connection' | 'service', message: string, details: FailureDetails = {}): never {
    failure = new CredentialError(reason, message, { tenantId, ...details })
    throw failure
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    quote: redactor.quote,
    refuse: (content) => toCredentialError(content, 400, tenantId, redactor),
    explain(thrown) {
      if (failure) return failure
      if (isCredentialError(thrown)) return thrown
      const { errorCode, errorMessage }: MsalError = Object(thrown)
      // A malformed response makes msal fail in its own code, with an error that may quote the response.
      const error = typeof errorCode === 'string' ? errorCode : 'unusable_answer'
      const error_description = typeof errorCode === 'string' ? errorMessage : undefined
      return toCredentialError({ error, error_description }, 0, tenantId, redactor)
    },
  }
}

/** An error thrown by msal. */
interface MsalError {
  readonly errorCode?: unknown
  readonly errorMessage?: unknown
}

/** Whether the user has yet to enter the device code; msal polls again then. */
function isPending(content: unknown): boolean {
  return Object(content).error === 'authorization_pending'
}

/** Whether a response is an HTML page; Entra responds with JSON. */
function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers.get('Content-Type') ?? '')
}

/** Returns the code, or at least the name, of the innermost error: its message could quote the request. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause !== undefined) return reasonOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
