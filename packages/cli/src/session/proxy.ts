import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'

/** The proxy that requests go through. */
export interface ProxySettings {
  /** The address of the proxy, with user name and password if it needs them: a secret. */
  readonly proxy: string
  /** Hosts that are reached without it, as in `NO_PROXY`. */
  readonly except: string
}

/** Never reached through the proxy: mocks and the redirect of a browser sign-in are on this machine. */
const loopback = 'localhost,127.0.0.1,::1,[::1]'

/**
 * Reads the proxy for requests to Entra and Partner Center from the environment; `undefined` if there is none.
 *
 * @throws CliError that names the invalid variable, and never its value.
 */
export function readProxy(env: Host['env']): ProxySettings | undefined {
  const name = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((each) => env[each])
  if (name === undefined) return undefined
  const { no_proxy, NO_PROXY } = env
  const value = env[name] ?? ''
  const proxy = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`
  if (!isProxy(proxy))
    throw new CliError(exitCodes.usage, `${name} is not the address of an HTTP proxy.`, [
      'Use http://HOST:PORT or http://USER:PASSWORD@HOST:PORT; percent-encode special characters of user and password.',
    ])
  return { proxy, except: [no_proxy || NO_PROXY, loopback].filter(Boolean).join(',') }
}

function isProxy(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, pathname } = new URL(address)
  try {
    decodeURIComponent(username + password)
  } catch {
    return false
  }
  return /^https?:$/.test(protocol) && pathname === '/'
}
