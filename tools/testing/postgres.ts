import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary PostgreSQL server at a free port on loopback, with a temporary folder. */
export interface Postgres {
  /** The address of its database, with the password of its owner. */
  readonly url: string
  /** The port it listens at, the same after each start. */
  readonly port: number
  /** Starts it; resolves once it responds. */
  start(): Promise<void>
  /** Crashes it: nothing is written out any more, and the next start recovers from the log. */
  stop(): Promise<void>
  /** Crashes it and starts it again. */
  restart(): Promise<void>
  /** Suspends all its processes (`SIGSTOP`), as a network that drops everything would. */
  freeze(): void
  /** Resumes all its processes. */
  thaw(): void
  /** Ends it, and removes its folder. */
  remove(): Promise<void>
}

/** Options of a server. */
export interface PostgresOptions {
  /** Further lines of `postgresql.conf`, such as `fsync = on`. @default none */
  readonly settings?: readonly string[]
}

const owner = 'owner'
const password = 'a-password-never-printed'

/**
 * Starts PostgreSQL 15 or later from Debian's package.
 *
 * @throws Error that says how to install it, if it is missing.
 */
export async function startPostgres({ settings = [] }: PostgresOptions = {}): Promise<Postgres> {
  const bin = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  const user = unprivileged()
  for (const path of [folder, passwordFile]) if (user) chownSync(path, user.uid, user.gid)

  function run(program: string, ...args: readonly string[]): void {
    // Its own output goes to its log: an inherited pipe would stay open for as long as the server runs.
    const { status, error } = spawnSync(join(bin, program), args, { cwd: folder, stdio: 'ignore', env: plain, ...user })
    if (status !== 0) throw new Error(`${program} failed (${error?.message ?? status}).\n${logOf(folder)}`)
  }

  run(
    'initdb',
    '-D',
    data,
    '-U',
    owner,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-locale',
    '-N',
  )
  const port = await freePort()
  const lines = [
    `listen_addresses = '127.0.0.1'`,
    `port = ${port}`,
    `unix_socket_directories = ''`,
    // A crash of PostgreSQL loses nothing without it; only a crash of the machine would.
    'fsync = off',
    ...settings,
  ]
  writeFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`, { flag: 'a' })
  let runs = false

  const pgCtl = (...args: readonly string[]): void => run('pg_ctl', '-D', data, '-w', '-t', '60', ...args)

  function stop(): void {
    if (!runs) return
    runs = false
    pgCtl('stop', '-m', 'immediate')
  }

  function clear(): void {
    thaw()
    stop()
    process.off('exit', clear)
    rmSync(folder, { recursive: true, force: true })
  }

  /** The process IDs of the server, the main process first, because it would react to the others being stopped. */
  function processes(): readonly number[] {
    const [line = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', line], { encoding: 'utf8' }).stdout
    return [line, ...children.split('\n')].map(Number).filter((pid) => pid > 1)
  }

  let frozen: readonly number[] = []
  function thaw(): void {
    for (const pid of frozen) signal(pid, 'SIGCONT')
    frozen = []
  }

  const postgres: Postgres = {
    url: `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`,
    port,
    async start() {
      pgCtl('-l', join(folder, 'log'), 'start')
      runs = true
    },
    stop: async () => stop(),
    async restart() {
      stop()
      await postgres.start()
    },
    freeze() {
      frozen = processes()
      for (const pid of frozen) signal(pid, 'SIGSTOP')
    },
    thaw,
    remove: async () => clear(),
  }
  process.on('exit', clear)
  await postgres.start()
  return postgres
}

function findPrograms(): string {
  const found = newest()
  if (found) return found
  throw new Error(
    'PostgreSQL 15 or later is not installed. Install it: apt-get install -y --no-install-recommends postgresql. If it is not in /usr/lib/postgresql, set POSTGRES_BIN=/path/to/bin',
  )
}

/** The folder with the programs of the newest version; client-only installations do not count. */
function newest(): string | undefined {
  const { POSTGRES_BIN } = process.env
  if (POSTGRES_BIN) return existsSync(join(POSTGRES_BIN, 'initdb')) ? POSTGRES_BIN : undefined
  const versions = globSync('/usr/lib/postgresql/*/bin/initdb').map((path) => Number(path.split('/')[4]))
  const [version] = versions.filter((each) => each >= 15).sort((one, two) => two - one)
  return version === undefined ? undefined : `/usr/lib/postgresql/${version}/bin`
}

/** The user to run as in place of root, which PostgreSQL refuses. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** The environment without the settings of any other server, which would be taken for ours. */
const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended meanwhile.
  }
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8').slice(-2_000)
  } catch {
    return ''
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await new Promise((resolve) => server.close(resolve))
  return port
}
