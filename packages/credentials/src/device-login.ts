import { abortable } from './abortable.ts'
import { toCredentialError } from './failure.ts'
import { keep } from './keep.ts'
import { loadMsal, toConfiguration, toTokens } from './msal.ts'
import { createNetwork } from './network.ts'
import type { PartnerCredentialOptions } from './options.ts'
import { toKept } from './record.ts'
import { toSettings } from './settings.ts'

/** What the user is shown. */
export interface DeviceCode {
  /** The page to open, in any browser. */
  readonly verificationUri: string
  /** What to type there. */
  readonly userCode: string
  /** Milliseconds for which the code is good. */
  readonly expiresIn: number
}

/** How to sign in. */
export interface DeviceLoginOptions extends PartnerCredentialOptions {
  /** Shows the user where to sign in and what to type there. */
  readonly onCode: (code: DeviceCode) => void
  /** Ends the wait for the user. */
  readonly signal?: AbortSignal
}

/** Who signed in. */
export interface Login {
  /** The user's name, if Entra tells it. */
  readonly username?: string
}

/**
 * Signs a user of the partner in by device code, and puts the refresh token into the store.
 *
 * @throws CredentialError
 */
export async function startDeviceLogin({ onCode, signal, ...options }: DeviceLoginOptions): Promise<Login> {
  const settings = toSettings(options)
  const { store, key, scope, clock } = settings
  const { PublicClientApplication } = await loadMsal()
  const network = createNetwork(settings, signal)
  const app = new PublicClientApplication(toConfiguration(settings, network))
  const request = {
    scopes: [scope],
    cancel: false,
    deviceCodeCallback: ({
      verificationUri,
      userCode,
      expiresIn,
    }: {
      verificationUri: string
      userCode: string
      expiresIn: number
    }) => onCode({ verificationUri, userCode, expiresIn: 1_000 * expiresIn }),
  }
  signal?.addEventListener('abort', () => {
    request.cancel = true
  })
  try {
    const result = await abortable(app.acquireTokenByDeviceCode(request), signal)
    if (!result) throw new Error('the answer holds no token')
    const tokens = toTokens(result, app.getTokenCache())
    if (!tokens.refreshToken) throw new Error('the answer holds no refresh token')
    await keep(store, key, { refreshToken: tokens.refreshToken, access: toKept(tokens, clock.now()) })
    return tokens.username === undefined ? {} : { username: tokens.username }
  } catch (thrown) {
    signal?.throwIfAborted()
    throw network.failure() ?? toCredentialError(thrown, settings, [])
  }
}
