import { createNetwork } from '../src/entra/network.ts'
import { bodyLimit } from '../src/entra/read-body.ts'
import { checkCredential, createMemoryStore } from '../src/index.ts'
import { toSettings } from '../src/options/settings.ts'
import type { HostileServer, Misbehave } from './hostile-server.ts'

const id = '11111111-1111-4111-8111-111111111111'
const settings = toSettings({ tenantId: id, clientId: id, store: createMemoryStore() })

/** The functions that send a request, by the service that they send it to. */
const asking = {
  'Partner Center': (url: string) => checkCredential('a-token', { baseUrl: url }),
  'the token endpoint': (url: string) => createNetwork(settings, []).sendPostRequestAsync(`${url}/token`),
} as const

const redirect: Misbehave = (_, response) => {
  response.writeHead(307, { Location: '/elsewhere', 'MS-RequestId': 'a' }).write('x'.repeat(100_000))
  return true
}
const flood: Misbehave = (_, response) => {
  response.writeHead(200, { 'MS-RequestId': 'a' }).write('x'.repeat(2 * bodyLimit))
  return true
}

/** Responses whose bodies do not end. */
export const hostileAnswers: readonly (readonly [who: keyof typeof asking, what: string, misbehave: Misbehave])[] = [
  ['Partner Center', 'redirects', redirect],
  ['the token endpoint', 'redirects', redirect],
  ['Partner Center', 'floods', flood],
  ['the token endpoint', 'floods', flood],
]

/** Repeats a request; returns the maximum number of sockets that were open after a response. */
export async function mostOpen(server: HostileServer, who: keyof typeof asking, times: number): Promise<number> {
  let most = 0
  for (let time = 0; time < times; time++) {
    await asking[who](server.url).catch(() => {})
    most = Math.max(most, server.open.size)
  }
  return most
}
