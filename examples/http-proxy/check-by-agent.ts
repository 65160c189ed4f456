// The same, told in code which proxy to take.
import { ProxyAgent, setGlobalDispatcher } from 'undici'

const { COMPANY_PROXY: uri = '' } = process.env
// Partner Center is https, which goes through a tunnel anyway; so that the mock on loopback does, too, it is asked for.
setGlobalDispatcher(new ProxyAgent({ uri, proxyTunnel: true }))
await import('./check.ts')
