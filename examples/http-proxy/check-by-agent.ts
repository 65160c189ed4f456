// The same as check.ts, with the proxy set in code.
import { ProxyAgent, setGlobalDispatcher } from 'undici'

const { COMPANY_PROXY = '' } = process.env
setGlobalDispatcher(new ProxyAgent(COMPANY_PROXY))
await import('./check.ts')
