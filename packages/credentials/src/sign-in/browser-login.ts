import { randomBytes } from 'node:crypto'
import { loadMsal, type Tokens, toConfiguration, toTokens } from '../entra/msal.ts'
import { createNetwork, type Network } from '../entra/network.ts'
import type { PartnerCredentialOptions } from '../options/options.ts'
import { check, type Settings, toSettings } from '../options/settings.ts'
import { abortable } from '../shared/abortable.ts'
import { CredentialError } from '../shared/errors.ts'
import { keepLogin, type Login } from './keep-login.ts'
import { listenForRedirect, type RedirectListener } from './redirect-listener.ts'

/** Options of a browser sign-in. The application's secret or certificate is not needed, and not sent. */
export interface BrowserLoginOptions extends PartnerCredentialOptions {
  /** Opens a URL on this machine in the user's browser, where the sign-in starts. A rejection ends the sign-in. */
  readonly openBrowser: (url: string) => Promise<void> | void
  /**
   * The port that the browser is redirected to. Entra ignores the port when it matches the registered `http://localhost`.
   * @default any free port
   */
  readonly port?: number | undefined
  /**
   * How long to wait for the user, in milliseconds.
   * @default 300000
   */
  readonly wait?: number | undefined
  /** Stops waiting for the user. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Signs a user of the partner in with a browser on this machine, and stores the refresh token: by authorization code, Proof Key for
 * Code Exchange (S256), and a redirect to loopback. The application's registration must allow public client flows and have the
 * redirect URI `http://localhost` for mobile and desktop applications.
 *
 * @throws CredentialError if the sign-in fails; any error of `openBrowser`; the signal's reason if it is aborted.
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
  check(wait > 0, 'wait must be a positive number of milliseconds')
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

/** The parameters of an exchange. */
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
      // The user who is signed in to the browser is not necessarily the partner's.
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

  /** Runs an msal operation and turns its errors into ours. */
  async function ours<T>(work: () => Promise<T>): Promise<T> {
    return abortable(work(), signal).catch((thrown: unknown) => {
      signal?.throwIfAborted()
      throw network.explain(thrown)
    })
  }
}

/**
 * Waits for the browser to return. A closed browser cannot be distinguished from a slow user.
 *
 * @throws CredentialError after `wait` milliseconds; the signal's reason if it is aborted.
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
 * Reads the code from the parameters of the redirect.
 *
 * @throws CredentialError if the service refused the sign-in, or if the redirect belongs to another one.
 */
function codeOf(answer: URLSearchParams, state: string, network: Network): string {
  if (answer.get('state') !== state)
    throw new CredentialError(
      'service',
      'The browser returned with the state of another sign-in; its response was ignored',
    )
  const { code = '', ...refusal }: Readonly<Record<string, string>> = Object.fromEntries(answer)
  if ('error' in refusal) throw network.refuse(refusal)
  return code
}
