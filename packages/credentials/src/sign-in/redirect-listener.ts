import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { check } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { createRedirectPage } from './redirect-page.ts'

/** Listens on loopback for the browser's redirect after a sign-in. */
export interface RedirectListener {
  /** The address that the browser is redirected to. */
  readonly redirectUri: string
  /** Starts to redirect the browser to the sign-in, and returns the local address that does so. */
  begin(signInUrl: string): string
  /** The parameters of the redirect: a code or an error. */
  readonly answer: Promise<URLSearchParams>
  /** Shows the outcome to the user, and stops listening. */
  end(isSignedIn: boolean): Promise<void>
}

/** The path at which a sign-in starts: short enough to be typed. */
const beginning = '/sign-in'

/**
 * Listens on `localhost`, with IPv4 and, if available, with IPv6.
 *
 * @param port 0 for any free port
 * @throws CredentialError if the port is taken.
 */
export async function listenForRedirect(port: number): Promise<RedirectListener> {
  check(Number.isInteger(port) && port >= 0 && port <= 65_535, 'port must be a whole number from 0 to 65535')
  let signInUrl: string | undefined
  let browser: ServerResponse | undefined
  let resolve: (answer: URLSearchParams) => void = () => {}
  const answer = new Promise<URLSearchParams>((settle) => {
    resolve = settle
  })

  function respond({ url = '', method, headers }: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => {})
    const { pathname, searchParams } = new URL(url, origin)
    // A hostile page could resolve its own host name to this address (DNS rebinding).
    const isOurs = method === 'GET' && headers.host === new URL(origin).host
    if (isOurs && pathname === beginning && signInUrl) {
      response.writeHead(302, { Location: signInUrl, 'Cache-Control': 'no-store', Connection: 'close' }).end()
    } else if (isOurs && pathname === '/' && !browser && (searchParams.has('code') || searchParams.has('error'))) {
      browser = response
      resolve(searchParams)
    } else {
      response.writeHead(404, { Connection: 'close' }).end()
    }
  }

  const first = await listen(respond, port, '127.0.0.1')
  const taken = portOf(first)
  const origin = `http://localhost:${taken}`
  const servers = [first, await listen(respond, taken, '::1').catch(() => undefined)]
  return {
    redirectUri: origin,
    answer,
    begin(url) {
      signInUrl = url
      return `${origin}${beginning}`
    },
    async end(isSignedIn) {
      const { status, headers, html } = createRedirectPage(isSignedIn)
      if (browser && !browser.destroyed) {
        browser.writeHead(status, headers).end(html)
        await Promise.race([once(browser, 'finish'), once(browser, 'close')])
      }
      for (const server of servers) {
        server?.close()
        server?.closeIdleConnections()
      }
    },
  }
}

async function listen(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
  host: string,
): Promise<Server> {
  const server = createServer(respond)
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const { code } = Object(error)
    const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`
    throw new CredentialError('options', `port ${port} ${why}: choose another, or omit it to use any free port`)
  }
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
