import type { Host } from '../process/host.ts'
import { readProxy } from './proxy.ts'
import { isUntrusted, trustSystem } from './trust.ts'

let isOpen = false

/**
 * Sends every request of this process through the proxy set in the environment, and trusts the system's certificate authorities as well as
 * those of Node. Does nothing unless the process is the program's own.
 *
 * @throws CliError if the proxy's address is wrong.
 */
export async function openNetwork({ env, ownProcess }: Host): Promise<void> {
  if (!ownProcess || isOpen) return
  isOpen = true
  const settings = readProxy(env)
  if (settings) {
    const { EnvHttpProxyAgent, install, setGlobalDispatcher } = await import('undici')
    const { proxy, except } = settings
    setGlobalDispatcher(new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy: except }))
    // Node's own fetch may come from another version of undici, which cannot use this agent.
    install()
  }
  globalThis.fetch = withSystemTrust(globalThis.fetch)
}

/** Loading the system's certificates takes as long as a whole command, so they are loaded only once Node's own have failed. */
function withSystemTrust(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const again = input instanceof Request ? input.clone() : input
    try {
      return await fetch(input, init)
    } catch (error) {
      // Nothing was sent: the connection was not made.
      if (!isUntrusted(error) || !trustSystem()) throw toProxyError(error)
    }
    return fetch(again, init).catch((error: unknown) => {
      throw toProxyError(error)
    })
  }
}

/** Adds a code to the refusal of a proxy, because undici states its status only in the message. */
function toProxyError(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(cause.message) ?? []
    if (status) return new TypeError('fetch failed', { cause: withCode(`PROXY_${status}`) })
  }
  return error
}

function withCode(code: string): Error {
  return Object.assign(new Error(`the proxy refused the connection (${code})`), { code })
}
