import { randomBytes } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'

/** The page that the browser shows at the end of a sign-in. */
export interface RedirectPage {
  /** The HTTP status. */
  readonly status: number
  /** The headers, which prevent loading, caching and referrers. */
  readonly headers: OutgoingHttpHeaders
  /** The HTML. */
  readonly html: string
}

/**
 * Creates the last page of a sign-in. It removes the code from the browser's address bar and history.
 *
 * @param isSignedIn whether the sign-in has succeeded
 */
export function createRedirectPage(isSignedIn: boolean): RedirectPage {
  const nonce = randomBytes(16).toString('base64')
  const title = isSignedIn ? 'You are signed in' : 'The sign-in failed'
  const text = isSignedIn ? 'You can close this window.' : 'The terminal shows why. You can close this window.'
  return {
    status: isSignedIn ? 200 : 400,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      Connection: 'close',
    },
    html: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 30rem; padding: 0 1rem; text-align: center }
</style>
<h1>${title}</h1>
<p>${text}</p>
<script nonce="${nonce}">history.replaceState(null, '', '/')</script>
</html>
`,
  }
}
