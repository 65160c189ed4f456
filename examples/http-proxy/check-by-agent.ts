// The same, told in code which proxy to take.
import { ProxyAgent, setGlobalDispatcher } from 'undici'

const { COMPANY_PROXY = '' } = process.env
setGlobalDispatcher(new ProxyAgent(COMPANY_PROXY))
await import('./check.ts')
