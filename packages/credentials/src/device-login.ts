import { abortable } from './abortable.ts'
import { CredentialError } from './errors.ts'
import { loadMsal, toConfiguration, toTokens } from './msal.ts'
import { createNetwork } from './network.ts'
import type { PartnerCredentialOptions } from './options.ts'
import { type TokenRecord, toKept } from './record.ts'
import { toSettings } from './settings.ts'
import { update } from './update.ts'

/** What the user is shown. */
export interface DeviceCode {
  /** The page to open, in any browser. */
  readonly verificationUri: string
  /** What to type there. */
  readonly userCode: string
  /** Milliseconds for which the code is good. */
  readonly expiresIn: number
}

/** How to sign in. The application's secret or certificate is not needed, and not sent. */
export interface DeviceLoginOptions extends PartnerCredentialOptions {
  /** Shows the user where to sign in and what to type there. */
  readonly onCode: (code: DeviceCode) => void
  /** Ends the wait for the user. */
  readonly signal?: AbortSignal
}

/** Who signed in. */
export interface Login {
  /** The user's name, if the service tells it. */
  readonly username?: string
}

/** What msal hands over, seconds for milliseconds. */
type Shown = Pick<DeviceCode, 'verificationUri' | 'userCode' | 'expiresIn'>

/**
 * Signs a user of the partner in by device code, and puts the refresh token into the store. The application's registration has to
 * allow public client flows.
 *
 * @throws CredentialError; the reason of `signal` if that is aborted.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function startDeviceLogin({ onCode, signal, ...options }: DeviceLoginOptions): Promise<Login> {
  const settings = toSettings(options)
  signal?.throwIfAborted()
  const { PublicClientApplication } = await loadMsal()
  const network = createNetwork(settings, [], signal)
  const app = new PublicClientApplication(toConfiguration(settings, network))
  const request = {
    scopes: [settings.scope],
    cancel: false,
    deviceCodeCallback: ({ verificationUri, userCode, expiresIn }: Shown) =>
      onCode({ verificationUri, userCode, expiresIn: 1_000 * expiresIn }),
  }
  const cancel = (): void => {
    request.cancel = true
  }
  signal?.addEventListener('abort', cancel)
  try {
    const result = await abortable(app.acquireTokenByDeviceCode(request), signal)
    const tokens = result && toTokens(result, app.getTokenCache())
    if (!tokens?.refreshToken)
      throw new CredentialError('service', 'The token endpoint gave no refresh token', { tenantId: settings.tenantId })
    const { refreshToken, username } = tokens
    const record: TokenRecord = { refreshToken, isPublic: true, access: toKept(tokens, settings.clock.now()) }
    await update(settings, () => JSON.stringify(record))
    return username === undefined ? {} : { username }
  } catch (thrown) {
    signal?.throwIfAborted()
    throw network.explain(thrown)
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}
