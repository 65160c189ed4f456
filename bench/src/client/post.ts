import { deepEqual } from 'node:assert/strict'
import { join } from 'node:path'
import { asRatio, type Goal } from '../goals.ts'
import { digits, toTable } from '../markdown.ts'
import { type Contender, type Rounds, runRounds, type Timings, timingsOf } from '../rounds.ts'
import { startServer } from '../server-process.ts'
import { median, medianRatio, spread } from '../statistics.ts'
import type { Peer } from './peer.ts'
import { bareFetch } from './peers/fetch.ts'
import { openapiFetch } from './peers/openapi-fetch.ts'
import { ours, oursValidating } from './peers/ours.ts'
import { peers } from './peers.ts'
import { eligibility } from './request.ts'

/** Measures the POST. */
export async function measurePost(rounds: Rounds): Promise<Timings> {
  const server = await startServer(
    (port) => [join(import.meta.dirname, 'server.ts'), String(port)],
    async (baseUrl) => (await fetch(baseUrl).catch(() => undefined)) !== undefined,
  )
  try {
    const contenders = []
    for (const peer of peers) contenders.push(await toContender(peer, server.baseUrl))
    return await runRounds(contenders, rounds)
  } finally {
    await server.stop()
  }
}

async function toContender({ name, connect }: Peer, baseUrl: string): Promise<Contender> {
  const call = connect(baseUrl)
  deepEqual(await call(), eligibility, `${name} does not read the response`)
  return {
    name,
    run: async (times) => {
      for (let n = 0; n < times; n++) await call()
    },
  }
}

/** Formats the table of the POST. */
export function postTable(timings: Timings): string {
  const base = timingsOf(timings, openapiFetch.name)
  const bare = timingsOf(timings, bareFetch.name)
  return toTable(
    ['client', 'µs a call', 'lowest–highest', '÷ bare fetch', '÷ openapi-fetch'],
    [...timings].map(([name, own]) => [
      name,
      digits(median(own), 0),
      spread(own, (value) => digits(value, 0)),
      digits(medianRatio(own, bare)),
      digits(medianRatio(own, base)),
    ]),
  )
}

/** The goals for the POST. */
export function postGoals(timings: Timings): readonly Goal[] {
  const base = timingsOf(timings, openapiFetch.name)
  const goal = (what: string, peer: Peer): Goal => ({
    claim: (limit) => `${what} takes ${limit} the time of openapi-fetch alone`,
    direction: 'at most',
    limit: 1.1,
    measured: medianRatio(timingsOf(timings, peer.name), base),
    format: asRatio,
    why:
      'Each call has a time limit, an audit record, IDs and a place in the rate limit; openapi-fetch alone has none of these: ' +
      '[decision 12](../../docs/decisions/0012-fetch-is-the-only-transport.md).',
  })
  return [
    goal('A POST with every default feature and all hooks', ours),
    goal('The same with validation', oursValidating),
  ]
}
