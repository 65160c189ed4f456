import { createServer, type Server, type ServerResponse } from 'node:http'
import { fleetMetrics, type Observed } from './fleet-metrics.ts'
import { prometheusContentType, toPrometheusText } from './prometheus.ts'
import type { RequestCounts } from './request-counters.ts'

/** The options of `startObserver`. */
export interface ObserverOptions {
  /** The port to listen on; 0 picks a free one. */
  readonly port: number
  /**
   * The address to listen on. Anyone who can reach it can read the names of partners and lists, and numbers; nothing else.
   * @default '127.0.0.1'
   */
  readonly host?: string | undefined
  /** Reads the state of the fleet: `() => observe(fleet)`. */
  readonly look: () => Promise<Observed>
  /**
   * Returns how many requests this process has sent so far.
   * @default none
   */
  readonly requests?: (() => readonly RequestCounts[]) | undefined
  /**
   * Returns whether this process is shutting down, so that it is no longer ready.
   * @default false
   */
  readonly stopping?: (() => boolean) | undefined
  /**
   * How long the database may take to answer, in milliseconds.
   * @default 5000
   */
  readonly patience?: number | undefined
}

/** A server for probes and scrapes. */
export interface Observer {
  /** The port that it listens on. */
  readonly port: number
  /** Closes it, and all open connections. */
  close(): Promise<void>
}

/**
 * Starts a server for probes and scrapes: `/healthz` reports that the process runs, `/readyz` that the database answers, and `/metrics`
 * the numbers in Prometheus' text format.
 *
 * @throws Error with the system's `code`, if it cannot listen on the port.
 */
export async function startObserver(options: ObserverOptions): Promise<Observer> {
  const { port, host = '127.0.0.1', requests = () => [], stopping = () => false } = options
  const lookOnce = createLook(options)

  /** The handlers by path. */
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => say(response, 200, 'ok'),
    async '/readyz'(response) {
      if (stopping()) return say(response, 503, 'stopping')
      const found = await lookOnce()
      say(response, found ? 200 : 503, found ? 'ok' : 'the database does not answer')
    },
    async '/metrics'(response) {
      response.setHeader('Content-Type', prometheusContentType)
      response.end(toPrometheusText(fleetMetrics(await lookOnce(), requests())))
    },
  }

  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
    if (!answer) return say(response, 404, `one of ${Object.keys(answers).join(', ')}`)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return say(response, 405, 'GET only')
    }
    void answer(response)
  })
  return listen(server, port, host)
}

/** Returns a function that reads the state once for all concurrent callers, or `undefined` if the database is too slow or fails. */
function createLook({ look, patience = 5_000 }: ObserverOptions): () => Promise<Observed | undefined> {
  let looking: Promise<Observed | undefined> | undefined
  const ask = async (): Promise<Observed | undefined> => {
    try {
      return await look()
    } catch {
      return undefined
    } finally {
      looking = undefined
    }
  }
  return () => {
    // One query at a time: more of them would not help a database in trouble.
    looking ??= ask()
    const asked = looking
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience, undefined)
      void asked.then((found) => {
        clearTimeout(timer)
        resolve(found)
      })
    })
  }
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

async function listen(server: Server, port: number, host: string): Promise<Observer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
