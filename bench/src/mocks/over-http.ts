import { asRatio, type Goal } from '../goals.ts'
import { digits, paragraphs, toTable } from '../markdown.ts'
import { type Contender, describeRounds, type Rounds, rotate, runRounds } from '../rounds.ts'
import { median, spread } from '../statistics.ts'
import { type Load, openLoad } from './load.ts'
import { peakMemory } from './memory.ts'
import { rateRatio, toRateTable } from './rates.ts'
import { eligibility } from './request.ts'
import type { Section } from './section.ts'
import { kinds, ours, prism } from './servers.ts'

const connections = 16

/** The amount of measuring. */
export interface HttpRounds extends Rounds {
  /** How often each server is started. */
  readonly starts: number
}

/** Measures responses over HTTP, the memory that they take, and the time until the first one. */
export async function measureHttp(rounds: HttpRounds): Promise<Section> {
  const starts = await measureStarts(rounds.starts)
  const servers = []
  try {
    for (const { name, start } of kinds) servers.push({ name, ...(await start()) })
    const contenders = servers.map(({ name, baseUrl }) => toContender(name, baseUrl))
    const timings = await runRounds(contenders, rounds)
    const memory = new Map(servers.map(({ name, pid }) => [name, peakMemory(pid)]))
    const markdown = paragraphs(
      '## Over HTTP',
      `Eligibility over ${connections} keep-alive connections, each sending the next request when the response is complete; ` +
        `servers in separate processes, the sender on bare sockets. ${describeRounds(rounds)} Memory: the peak resident memory ` +
        'of the process from its start to the end of all rounds.',
      toRateTable(timings, prism.name, 'Prism'),
      `First response: milliseconds from starting the process to the end of the first successful response, ${rounds.starts} starts each.`,
      toTable(
        ['', 'first response, ms', 'lowest–highest', 'memory, MB'],
        kinds.map(({ name }) => {
          const own = starts.get(name) ?? []
          const peak = memory.get(name)
          return [
            name,
            digits(median(own), 0),
            spread(own, (ms) => digits(ms, 0)),
            peak ? digits(peak, 0) : 'not known',
          ]
        }),
      ),
      kinds.map(({ name, does }) => `- ${name}: ${does}`).join('\n'),
    )
    const answers: Goal = {
      claim: (limit) => `Over HTTP there are ${limit} as many responses as from Prism`,
      direction: 'at least',
      limit: 6,
      measured: rateRatio(timings, ours.name, prism.name),
      format: asRatio,
    }
    return { markdown, goals: [answers, ...limits(median(starts.get(ours.name) ?? []), memory.get(ours.name))] }
  } finally {
    for (const { stop } of servers) await stop()
  }
}

/** Opens new connections for each round: a server may close connections that were idle for some seconds. */
function toContender(name: string, baseUrl: string): Contender {
  let load: Load | undefined
  return {
    name,
    run: async (times) => {
      load ??= openLoad(baseUrl, eligibility, connections)
      await load.send(times)
    },
    finish: () => {
      load?.close()
      load = undefined
    },
  }
}

function limits(firstAnswer: number, memory: number | undefined): readonly Goal[] {
  const first: Goal = {
    claim: (limit) => `The first response comes ${limit} after our server's process starts`,
    direction: 'at most',
    limit: 400,
    measured: firstAnswer,
    format: (ms) => `${digits(ms / 1_000)} s`,
  }
  if (memory === undefined) return [first]
  const resident: Goal = {
    claim: (limit) => `Our server takes ${limit} of resident memory under load`,
    direction: 'at most',
    limit: 120,
    measured: memory,
    format: (megabytes) => `${digits(megabytes, 0)} MB`,
  }
  return [first, resident]
}

async function measureStarts(count: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const starts = new Map<string, number[]>(kinds.map(({ name }) => [name, []]))
  // The first round only warms the disk cache.
  for (let round = -1; round < count; round++) {
    for (const { name, start } of rotate(kinds, Math.max(round, 0))) {
      const server = await start()
      await server.stop()
      if (round >= 0) starts.get(name)?.push(server.firstAnswer)
    }
  }
  return starts
}
