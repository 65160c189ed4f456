import { loadMsal, toConfiguration, toTokens } from '../entra/msal.ts'
import { createNetwork, type Network } from '../entra/network.ts'
import type { PartnerCredentialOptions } from '../options/options.ts'
import { type Settings, toSettings } from '../options/settings.ts'
import { abortable } from '../shared/abortable.ts'
import { keepLogin, type Login, noUse } from './keep-login.ts'

/** A device code, as shown to the user. */
export interface DeviceCode {
  /** The page to open, in any browser. */
  readonly verificationUri: string
  /** The code to enter there. */
  readonly userCode: string
  /** How long the code is valid, in milliseconds. */
  readonly expiresIn: number
}

/** Options of a device code sign-in. The application's secret or certificate is not needed, and not sent. */
export interface DeviceLoginOptions extends PartnerCredentialOptions {
  /** Shows the user where to sign in and which code to enter. */
  readonly onCode: (code: DeviceCode) => void
  /** Stops waiting for the user. */
  readonly signal?: AbortSignal | undefined
}

/** The device code that msal returns, with `expiresIn` in seconds. */
type Shown = Pick<DeviceCode, 'verificationUri' | 'userCode' | 'expiresIn'>

/**
 * Signs a user of the partner in by device code, and stores the refresh token. The application's registration must allow public
 * client flows.
 *
 * @throws CredentialError if the sign-in fails; the signal's reason if it is aborted.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function startDeviceLogin({ onCode, signal, ...options }: DeviceLoginOptions): Promise<Login> {
  const settings = toSettings(options)
  signal?.throwIfAborted()
  const { PublicClientApplication } = await loadMsal()
  const network = createNetwork(settings, [], signal)
  const app = new PublicClientApplication(toConfiguration(settings, network))
  let ofCaller: { readonly error: unknown } | undefined
  const request = {
    scopes: [settings.scope],
    cancel: false,
    deviceCodeCallback(shown: Shown) {
      const code = toDeviceCode(shown, network, settings)
      try {
        onCode(code)
      } catch (error) {
        ofCaller = { error }
        throw error
      }
    },
  }
  const cancel = (): void => {
    request.cancel = true
  }
  signal?.addEventListener('abort', cancel)
  const tokens = await abortable(app.acquireTokenByDeviceCode(request), signal)
    .then((result) => result && toTokens(result, app.getTokenCache()))
    .catch((thrown: unknown) => {
      signal?.throwIfAborted()
      throw ofCaller ? ofCaller.error : network.explain(thrown)
    })
    .finally(() => signal?.removeEventListener('abort', cancel))
  return keepLogin(settings, network, tokens)
}

function toDeviceCode(
  { verificationUri, userCode, expiresIn }: Shown,
  { quote }: Network,
  settings: Settings,
): DeviceCode {
  const [uri, code] = [quote(verificationUri), quote(userCode)]
  if (uri === undefined || code === undefined) throw noUse('The sign-in service sent no device code', settings)
  return { verificationUri: uri, userCode: code, expiresIn: 1_000 * expiresIn }
}
