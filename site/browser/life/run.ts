import { createProductUpgradesClient, toText } from '@partner-upgrades/client'
import { type Clock, createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import type { Break } from './breaks.ts'

/** One request that the client sent. Times are milliseconds from the start of the run. */
export interface Attempt {
  readonly operation: string
  readonly from: number
  readonly to: number
  /** The response in a few words, or why there was none. */
  readonly result: string
  readonly isGood: boolean
  readonly requestId: string
}

/** The course of an upgrade. */
export interface Life {
  readonly attempts: readonly Attempt[]
  /** The duration in milliseconds of simulated time. */
  readonly duration: number
  /** The result of the client's run, in a sentence. */
  readonly ending: string
  /** The number of upgrades that the service has at the end. */
  readonly upgrades: number
}

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** Takes a customer through an upgrade with the client, and records each request. */
export async function runLife({ fault, closesAfter }: Break): Promise<Life> {
  const clock = createClock({ auto: true })
  const mock = createPartnerCenterMock({ clock, seed: 'life' })
  if (fault !== undefined) mock.inject(...fault)
  const start = clock.now()
  const attempts: Attempt[] = []
  const client = createProductUpgradesClient({
    credential: 'a-token',
    clock,
    random: () => 0.5,
    fetch: async (url, init) => {
      const from = clock.now() - start
      const { operation, requestId } = describe(url, init)
      const record = (result: string, isGood: boolean): void => {
        attempts.push({ operation, from, to: clock.now() - start, result, isGood, requestId })
      }
      try {
        const answer = mock.fetch(url, init)
        const response = await (closesAfter === undefined || operation !== 'create'
          ? answer
          : closing(answer, clock, closesAfter))
        record(await resultOf(response), response.ok)
        return response
      } catch (error) {
        record(init.signal?.aborted ? 'no response in time' : 'connection broken', false)
        throw error
      }
    },
  })
  const ending = await live(client)
  attempts.sort((one, other) => one.from - other.from)
  return { attempts, duration: clock.now() - start, ending, upgrades: mock.snapshot().upgrades.length }
}

/** Resolves to the response, or rejects as a closed connection after the given time. */
async function closing(answer: Promise<Response>, clock: Clock, after: number): Promise<Response> {
  const controller = new AbortController()
  const closed = clock.sleep(after, controller.signal).then(() => {
    throw new TypeError('fetch failed', { cause: new Error('The connection was closed.') })
  })
  try {
    return await Promise.race([answer, closed])
  } finally {
    controller.abort()
    closed.catch(() => {})
  }
}

async function live(client: ReturnType<typeof createProductUpgradesClient>): Promise<string> {
  try {
    const { isEligible, reason } = await client.checkEligibility(request)
    if (!isEligible) return `The customer cannot be upgraded: ${toText(reason)}`
    const upgrade = await client.create(request)
    const { status } = await client.waitForCompletion(upgrade)
    return `The upgrade ended as ${toText(status)}.`
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

function describe(url: string, { headers }: RequestInit): { operation: string; requestId: string } {
  const path = new URL(url).pathname.toLowerCase()
  const operation = path.endsWith('/status') ? 'status' : path.endsWith('/eligibility') ? 'eligibility' : 'create'
  return { operation, requestId: new Headers(headers).get('MS-RequestId') ?? '' }
}

async function resultOf(response: Response): Promise<string> {
  const body = await response.clone().text()
  try {
    const { status, isEligible, code, upgradeId } = Object(JSON.parse(body))
    const facts = [
      status,
      code,
      isEligible === undefined ? undefined : isEligible ? 'eligible' : 'not eligible',
      upgradeId === undefined ? undefined : 'has an upgrade',
    ]
    return [response.status, ...facts.filter((fact) => typeof fact === 'string')].join(' ')
  } catch {
    return String(response.status)
  }
}
