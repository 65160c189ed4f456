import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { benchFolder } from './manifests.ts'

/** A server in a separate process. */
export interface ServerProcess {
  readonly baseUrl: string
  readonly pid: number
  /** Milliseconds from starting the process to the end of its first successful response. */
  readonly firstAnswer: number
  stop(): Promise<void>
}

const patience = 30_000

/**
 * Starts a server with Node, and polls until it responds.
 *
 * @param args returns the arguments of Node for a port
 * @param ask sends the first request; false means not ready yet
 */
export async function startServer(
  args: (port: number) => readonly string[],
  ask: (baseUrl: string) => Promise<boolean>,
): Promise<ServerProcess> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const begin = performance.now()
  const child = spawn(process.execPath, args(port), { cwd: benchFolder, stdio: ['ignore', 'ignore', 'inherit'] })
  const kill = (): void => void child.kill()
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  try {
    await untilAnswered(child, () => ask(baseUrl), begin + patience)
  } catch (error) {
    await stop(child)
    throw error
  }
  const firstAnswer = performance.now() - begin
  return { baseUrl, pid: child.pid ?? 0, firstAnswer, stop: () => stop(child) }
}

async function untilAnswered(child: ChildProcess, ask: () => Promise<boolean>, end: number): Promise<void> {
  while (!(await ask())) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode}: ${child.spawnargs.join(' ')}`)
    if (performance.now() > end) throw new Error(`No response within ${patience} ms from ${child.spawnargs.join(' ')}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('There is no free port.'))
      })
    })
  })
}
