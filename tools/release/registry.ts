import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { command } from '../command.ts'
import { kitFile } from '../release-kit.ts'

/** A private and temporary registry on loopback. */
export interface Registry {
  readonly url: string
  /** The environment in which npm uses this registry, and none of the user's settings or cache. */
  readonly env: NodeJS.ProcessEnv
  /** Returns the end of its log, which clients do not see, such as the responses of the registry behind it. */
  log(): string
  close(): Promise<void>
}

/**
 * Starts a registry that keeps everything in `folder`: our packages as they are published, and all others through the
 * registry that npm is configured with.
 *
 * @throws Error if it does not start
 */
export async function startRegistry(folder: string): Promise<Registry> {
  kitFile('verdaccio/package.json')
  mkdirSync(folder, { recursive: true })
  const upstream = await command('npm', ['config', 'get', 'registry'], { cwd: folder, env: process.env })
  const script = join(import.meta.dirname, 'registry-process.ts')
  const child = spawn(process.execPath, [script, folder, upstream], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  const closed = new Promise<void>((done) => child.once('close', () => done()))
  const said: string[] = []
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The registry did not start:\n${said.join('')}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^\{"port":(\d+)\}$/.exec(line) ?? []
      if (found === undefined) said.push(`${line}\n`)
      else resolve(Number(found))
    })
  })
  const url = `http://127.0.0.1:${port}/`
  return {
    url,
    env: npmEnvironment(folder, url),
    log: () => said.slice(-20).join(''),
    close: () => {
      child.stdin.end()
      child.kill()
      return closed
    },
  }
}

function npmEnvironment(folder: string, url: string): NodeJS.ProcessEnv {
  const userconfig = join(folder, 'npmrc')
  const host = url.replace(/^http:/, '')
  // Even an open registry requires a token before it accepts a package.
  const settings = [`registry=${url}`, `${host}:_authToken=rehearsal`, 'audit=false', 'fund=false', 'loglevel=error']
  writeFileSync(userconfig, `${settings.join('\n')}\n`)
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm|pnpm|yarn)_|^(INIT_CWD|NODE_AUTH_TOKEN|NPM_TOKEN)$/i.test(name),
  )
  return {
    ...Object.fromEntries(inherited),
    NPM_CONFIG_USERCONFIG: userconfig,
    NPM_CONFIG_CACHE: join(folder, 'cache'),
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
    NO_COLOR: '1',
  }
}
