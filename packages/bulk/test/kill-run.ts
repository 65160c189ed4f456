import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createNaiveService, type NaiveOptions, type NaiveService } from './naive-service.ts'
import { createRandom, guidOf } from './random.ts'

/** How processes are killed. */
export interface Killing extends NaiveOptions {
  readonly seed: number
  readonly customers: number
  readonly workers: number
  /** How many processes are killed before the rest may finish. */
  readonly kills: number
}

/** What came of it. */
export interface Killed {
  /** Outcome and code of each customer, as the results say them. */
  readonly ends: readonly string[]
  readonly kills: number
  readonly service: NaiveService
  /** The files of the run, by the ends of their names. */
  read(name: string): string
}

const program = fileURLToPath(new URL('worker.ts', import.meta.url))

/**
 * Works a list through in processes that are killed (`kill -9`) while one of their requests is under way, before or after it took effect.
 * The seed decides which.
 */
export async function killRun({ seed, customers, workers, kills, ...options }: Killing): Promise<Killed> {
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${Array.from({ length: customers }, (_, row) => `${guidOf(row)}\n`).join('')}`)
  const service = createNaiveService(Date, { duration: 100, ...options })
  const children = new Map<string, ChildProcess>()
  let done = 0
  let countdown = nextKill()

  function nextKill(): number {
    return done < kills ? 1 + Math.floor((random() * 3 * customers) / kills) : Number.POSITIVE_INFINITY
  }

  /** Kills whoever sent a request, if it is their turn. */
  function strike(request: IncomingMessage): boolean {
    if (--countdown > 0) return false
    done++
    countdown = nextKill()
    return children.get(String(request.headers['ms-partnercenter-application']))?.kill('SIGKILL') ?? false
  }

  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined)
    if (body === undefined) return
    const before = random() < 0.5
    if (before && strike(request) && random() < 0.5) return
    const headers = new Headers({ 'MS-RequestId': String(request.headers['ms-requestid']) })
    const answer = service.answer(request.url ?? '', headers, body)
    if (!before) strike(request)
    const content = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'Content-Length': content.length })
    response.end(content)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

  async function work(number: number): Promise<void> {
    for (let life = 0; ; life++) {
      const name = `worker-${number}-${life}`
      const child = spawn(process.execPath, ['--conditions=@partner-upgrades/source', program, file, url, name], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      children.set(name, child)
      const complaints = text(child.stderr)
      const [code, signal] = await once(child, 'exit')
      if (code === 0) return
      if (signal !== 'SIGKILL') throw new Error(`The worker ended with ${code ?? signal}: ${await complaints}`)
    }
  }

  try {
    await Promise.all(Array.from({ length: workers }, (_, number) => work(number)))
    const read = (name: string): string => readFileSync(join(folder, `customers.${name}`), 'utf8')
    const files = new Map(['results.jsonl', 'journal.jsonl', 'audit.jsonl'].map((name) => [name, read(name)]))
    const lines = (files.get('results.jsonl') ?? '').trim().split('\n')
    const ends = lines.map((line) => {
      const { outcome, reason } = JSON.parse(line)
      return [outcome, outcome === 'ineligible' ? undefined : reason?.code].filter(Boolean).join(' ')
    })
    return { ends, kills: done, service, read: (name) => files.get(name) ?? '' }
  } finally {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true })
  }
}
