import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeList } from './make-journal.ts'
import { compile, run, serve } from './run-program.ts'

/** What a run is up against. */
export interface RateOptions {
  readonly customers: number
  /** Requests that the service lets through in any minute. */
  readonly perMinute: number
  /** The share of customers that each preset of the mocks hits once, from 0 to 1. */
  readonly share: number
  /** How many times as fast as the machine's the clocks of both sides are. */
  readonly speed: number
}

/** What came of it. Times are those of the fast clock, in seconds. */
export interface Rate {
  readonly ended: Readonly<Record<string, number>>
  readonly seconds: number
  /** The most customers that were worked on at once. */
  readonly widest: number
  /** Requests that were let through, by operation. */
  readonly passed: Readonly<Record<string, number>>
  /** Upgrades on the server, and customers that have any. */
  readonly upgrades: number
  readonly customers: number
  /** How often each preset has hit. */
  readonly hits: Readonly<Record<string, number>>
  /** From the first request until nine in ten customers were started: how long, and how many requests passed. */
  readonly busy: { readonly seconds: number; readonly passed: number }
  /** Creates that the service answered with 202, as the journal tells them. */
  readonly createdInJournal: number
  readonly results: readonly { readonly outcome: string; readonly upgradeId?: string }[]
}

/** Works a list through against a mock Partner Center over HTTP, each in a process of its own. */
export async function measureRate({ customers, perMinute, share, speed }: RateOptions): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'rate-'))
  const file = join(folder, 'customers.csv')
  makeList(file, customers)
  const [server, client] = await Promise.all([compile('rate-server'), compile('rate-client')])
  const origin = String(Date.now())
  const { url, child } = await serve(server, [speed, origin, customers, perMinute, share].map(String))
  try {
    const told = await run(client, [file, url, String(speed), origin])
    const state = await (await fetch(`${url}/state`)).json()
    const read = (name: string): object[] =>
      readFileSync(join(folder, `customers.${name}`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    return {
      ...state,
      ...told,
      results: read('results.jsonl'),
      createdInJournal: read('journal.jsonl').filter(isMade).length,
    }
  } finally {
    child.kill()
  }
}

/** The share of what the throttle allows, at the very most, that passed while there was always something to send. */
export function shareOf({ busy }: Rate, perMinute: number): number {
  return busy.passed / (perMinute * Math.ceil(busy.seconds / 60))
}

/** Whether a line of the journal tells of an upgrade that the run has made, as opposed to found. */
function isMade(line: object): boolean {
  return Object(line).is === 'created' && Object(line).adopted === false
}
