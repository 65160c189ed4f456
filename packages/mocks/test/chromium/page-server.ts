import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

/** A server of one page and the files it loads. */
export interface PageServer {
  readonly url: string
  close(): void
}

/** Serves a page, a module bundled for the browser, and the worker of the installed msw. */
export async function servePage(entry: string): Promise<PageServer> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['@partner-upgrades/source'],
    logLevel: 'error',
  })
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  const files = new Map([
    ['/', { type: 'text/html', text: '<!doctype html><title>mocks</title>' }],
    ['/page.js', { type: 'text/javascript', text: outputFiles[0]?.text ?? '' }],
    ['/mockServiceWorker.js', { type: 'text/javascript', text: await readFile(worker, 'utf8') }],
  ])
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url)
    response.writeHead(file ? 200 : 404, { 'Content-Type': file?.type ?? 'text/plain' }).end(file?.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no address.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
