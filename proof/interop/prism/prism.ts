// Prism, a third-party mock server for any OpenAPI document.
import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { sandboxFile } from '../../sandboxes/install.ts'

/** A running Prism server. */
export interface Prism {
  readonly url: string
  stop(): void
}

/**
 * Starts Prism with a document.
 *
 * @throws Error with its output, if it does not start.
 */
export async function startPrism(document: string): Promise<Prism> {
  const port = await freePort()
  const command = sandboxFile('prism', '@stoplight/prism-cli/dist/index.js')
  const prism = spawn(process.execPath, [command, 'mock', '--port', String(port), document])
  await untilListening(prism)
  return { url: `http://127.0.0.1:${port}`, stop: () => void prism.kill() }
}

function untilListening(prism: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: unknown) => {
      said += String(chunk)
      if (said.includes('Prism is listening')) resolve()
    }
    prism.stdout?.on('data', hear)
    prism.stderr?.on('data', hear)
    prism.on('exit', () => reject(new Error(`Prism did not start: ${said}`)))
  })
}

/** Finds a free port: Prism cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
