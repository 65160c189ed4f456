import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { policy } from '../build/policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** A server of a built site. */
export interface SiteServer {
  /** The address of the site, with a slash at the end. */
  readonly url: string
  close(): void
}

/** The site to serve, and its address. */
export interface ServeOptions {
  /** The folder that the site was built into. */
  readonly folder: string
  /** The port to listen on. @default a free one */
  readonly port?: number
  /** The base path of the site, with slashes at both ends. @default '/' */
  readonly base?: string
}

/** Serves a built site on loopback as GitHub Pages would: compressed, and with pages also found without `.html`. */
export async function serveSite({ folder, port = 0, base = '/' }: ServeOptions): Promise<SiteServer> {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const file = path.startsWith(base) ? await find(folder, path.slice(base.length)) : undefined
    if (file === undefined)
      return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n')
    const type = types[extname(file.name)] ?? 'application/octet-stream'
    const isSmaller = headers['accept-encoding']?.includes('gzip') === true
    response
      .writeHead(200, {
        'Content-Type': type,
        'Content-Security-Policy': policy,
        Vary: 'Accept-Encoding',
        ...(isSmaller && { 'Content-Encoding': 'gzip' }),
      })
      .end(isSmaller ? await promisify(gzip)(file.content) : file.content)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no address.')
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() }
}

async function find(folder: string, path: string): Promise<{ name: string; content: Buffer } | undefined> {
  const plain = normalize(`/${path}`)
  for (const name of [plain, `${plain}.html`, join(plain, 'index.html')]) {
    const content = await readFile(join(folder, name)).catch(() => undefined)
    if (content !== undefined) return { name, content }
  }
  return undefined
}
