import { randomBytes } from 'node:crypto'
import { loadMsal, type Tokens, toConfiguration, toTokens } from '../entra/msal.ts'
import { createNetwork, type Network } from '../entra/network.ts'
import type { PartnerCredentialOptions } from '../options/options.ts'
import { check, type Settings, toSettings } from '../options/settings.ts'
import { abortable } from '../shared/abortable.ts'
import { CredentialError } from '../shared/errors.ts'
import { keepLogin, type Login } from './keep-login.ts'
import { listenForRedirect, type RedirectListener } from './redirect-listener.ts'

/** How to sign in with a browser. The application's secret or certificate is not needed, and not sent. */
export interface BrowserLoginOptions extends PartnerCredentialOptions {
  /** Opens an address of this machine in the user's browser, from where the sign-in begins. A rejection ends the sign-in. */
  readonly openBrowser: (url: string) => Promise<void> | void
  /**
   * The port that the browser is sent back to. Entra does not compare it with that of the registered `http://localhost`.
   * @default any that is free
   */
  readonly port?: number | undefined
  /**
   * Milliseconds to wait for the user.
   * @default 300000
   */
  readonly wait?: number | undefined
  /** Stops waiting for the user. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Signs a user of the partner in with a browser on this machine, and puts the refresh token into the store: authorization code, Proof Key for
 * Code Exchange (S256), and a redirect to loopback. The application's registration has to allow public client flows, and to have the
 * redirect URI `http://localhost` for mobile and desktop applications.
 *
 * @throws CredentialError; what `openBrowser` throws; the reason of `signal` if that is aborted.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 * @see https://www.rfc-editor.org/rfc/rfc8252
 */
export async function startBrowserLogin({
  openBrowser,
  port = 0,
  wait = 300_000,
  signal,
  ...options
}: BrowserLoginOptions): Promise<Login> {
  const settings = toSettings(options)
  check(wait > 0, 'wait must be milliseconds above 0')
  signal?.throwIfAborted()
  const listener = await listenForRedirect(port)
  const network = createNetwork(settings, [], signal)
  let isSignedIn = false
  try {
    const tokens = await exchange({ settings, network, listener, openBrowser, wait, signal })
    const login = await keepLogin(settings, network, tokens)
    isSignedIn = true
    return login
  } finally {
    await listener.end(isSignedIn)
  }
}

/** What an exchange takes. */
interface Exchange {
  readonly openBrowser: NonNullable<BrowserLoginOptions['openBrowser']>
  readonly wait: NonNullable<BrowserLoginOptions['wait']>
  readonly settings: Settings
  readonly network: Network
  readonly listener: RedirectListener
  readonly signal: AbortSignal | undefined
}

async function exchange({ settings, network, listener, openBrowser, wait, signal }: Exchange): Promise<Tokens | null> {
  const { CryptoProvider, PublicClientApplication, ResponseMode } = await loadMsal()
  const app = new PublicClientApplication(toConfiguration(settings, network))
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const state = randomBytes(32).toString('base64url')
  const request = { scopes: [settings.scope], redirectUri: listener.redirectUri }
  const signInUrl = await ours(() =>
    app.getAuthCodeUrl({
      ...request,
      responseMode: ResponseMode.QUERY,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      state,
      // Whoever is signed in to the browser need not be the partner's user.
      ...(settings.isEntra && { prompt: 'select_account' }),
    }),
  )
  const opened = Promise.resolve(openBrowser(listener.begin(signInUrl)))
  const answer = await Promise.race([
    within(wait, listener.answer, signal),
    opened.then(() => new Promise<never>(() => {})),
  ])
  const code = codeOf(answer, state, network)
  return ours(async () => {
    const result = await app.acquireTokenByCode({ ...request, code, codeVerifier: verifier })
    return result && toTokens(result, app.getTokenCache())
  })

  /** Runs what msal does, with errors of our own. */
  async function ours<T>(work: () => Promise<T>): Promise<T> {
    return abortable(work(), signal).catch((thrown: unknown) => {
      signal?.throwIfAborted()
      throw network.explain(thrown)
    })
  }
}

/**
 * Waits for the browser. That it was closed cannot be told from a user who takes their time.
 *
 * @throws CredentialError after so many milliseconds; the reason of `signal` if that is aborted.
 */
async function within(
  wait: number,
  work: RedirectListener['answer'],
  signal: AbortSignal | undefined,
): Promise<URLSearchParams> {
  const limit = AbortSignal.timeout(wait)
  return abortable(work, signal ? AbortSignal.any([limit, signal]) : limit).catch(() => {
    signal?.throwIfAborted()
    throw new CredentialError(
      'consent',
      'Nobody completed the sign-in in time: the browser was closed, or is still waiting for the user',
    )
  })
}

/**
 * Reads the code from what the browser came back with.
 *
 * @throws CredentialError if the service refused the sign-in, or if the answer is to another one.
 */
function codeOf(answer: URLSearchParams, state: string, network: Network): string {
  if (answer.get('state') !== state)
    throw new CredentialError(
      'service',
      'The browser came back with the state of another sign-in, so that its answer was not used',
    )
  const { code = '', ...refusal }: Readonly<Record<string, string>> = Object.fromEntries(answer)
  if ('error' in refusal) throw network.refuse(refusal)
  return code
}
