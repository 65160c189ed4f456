import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeList } from './make-journal.ts'
import { compile, run, serve } from './run-program.ts'

/** The options of `measureRate`. */
export interface RateOptions {
  readonly customers: number
  /** The number of requests that the service admits in any minute. */
  readonly perMinute: number
  /** The share of customers that each preset of the mocks hits once, from 0 to 1. */
  readonly share: number
  /** How many times as fast as the machine's clock those of client and server run. */
  readonly speed: number
}

/** The result of a measurement. Times are those of the fast clock, in seconds. */
export interface Rate {
  readonly ended: Readonly<Record<string, number>>
  readonly seconds: number
  /** The maximum number of customers in progress. */
  readonly widest: number
  /** The number of admitted requests, by operation. */
  readonly passed: Readonly<Record<string, number>>
  /** The number of upgrades on the server. */
  readonly upgrades: number
  /** The number of customers with an upgrade on the server. */
  readonly customers: number
  /** How often each preset has hit. */
  readonly hits: Readonly<Record<string, number>>
  /** The time from the first request until nine in ten customers were started, and the number of requests admitted in it. */
  readonly busy: { readonly seconds: number; readonly passed: number }
  /** The number of upgrades that the run has created, according to the journal. */
  readonly createdInJournal: number
  readonly results: readonly { readonly outcome: string; readonly upgradeId?: string }[]
}

/** Processes a list against a mock Partner Center over HTTP, with client and server in processes of their own. */
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

/** Returns the share of the allowed requests that were admitted while there was always something to send. */
export function shareOf({ busy }: Rate, perMinute: number): number {
  return busy.passed / (perMinute * Math.ceil(busy.seconds / 60))
}

/** Whether a line of the journal records an upgrade that the run has created rather than found. */
function isMade(line: object): boolean {
  return Object(line).is === 'created' && Object(line).adopted === false
}
