import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Certificate } from './certificate.ts'

/** The part of Azure Key Vault that a `SecretClient` needs to get and set secrets. */
export interface KeyVaultServer {
  readonly url: string
  /** All versions of each secret, the oldest first. */
  readonly secrets: Map<string, string[]>
  /** A value that another process writes right after the next write. */
  intruder: string | undefined
  close(): void
}

export async function startKeyVaultServer({ cert, key }: Certificate): Promise<KeyVaultServer> {
  const secrets = new Map<string, string[]>()
  const server = createServer({ cert, key }, (request, response) => void answer(request, response))
  await once(server.listen(0, 'localhost'), 'listening')
  const { port } = server.address() as AddressInfo
  const url = `https://localhost:${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (request.headers.authorization === undefined) {
      const challenge =
        'Bearer authorization="https://login.microsoftonline.com/9a3f0c1e", resource="https://vault.azure.net"'
      return void send(401, {}, { 'WWW-Authenticate': challenge })
    }
    const [, , name = ''] = new URL(request.url ?? '', url).pathname.split('/')
    const versions = secrets.get(name) ?? []
    if (request.method === 'PUT') {
      const { value }: { value?: string } = Object(await json(request))
      versions.push(String(value))
      const id = idOf(name, versions)
      if (vault.intruder !== undefined) versions.push(vault.intruder)
      secrets.set(name, versions)
      return void send(200, { value, id, attributes })
    }
    const value = versions.at(-1)
    if (value === undefined) return void send(404, { error: { code: 'SecretNotFound', message: 'not found' } })
    send(200, { value, id: idOf(name, versions), attributes })
  }

  function idOf(name: string, { length }: readonly string[]): string {
    return `${url}/secrets/${name}/${length.toString(16).padStart(32, '0')}`
  }

  const vault: KeyVaultServer = {
    url,
    secrets,
    intruder: undefined,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return vault
}

const attributes = { enabled: true, created: 1, updated: 1 }
