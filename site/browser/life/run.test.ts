import { describe, expect, test } from 'vitest'
import { breaks } from './breaks.ts'
import { runLife } from './run.ts'

const named = (name: string) => {
  const found = breaks.find((each) => each.name === name)
  if (found === undefined) throw new TypeError(name)
  return found
}

describe('wherever the connection breaks, the client ends with one upgrade that has completed', () => {
  test.each(breaks.map((each) => [each.name, each] as const))('%s', async (_, place) => {
    const { ending, upgrades, attempts, duration } = await runLife(place)
    expect(ending).toBe('The upgrade ended as Completed.')
    expect(upgrades).toBe(1)
    const times = attempts.map(({ from }) => from)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(Math.max(...attempts.map(({ to }) => to))).toBeLessThanOrEqual(duration)
    // The break is visible.
    expect(attempts.some(({ isGood }) => !isGood)).toBe(place.fault !== undefined)
  })
})

test('after a create that may have had an effect, the client looks for the upgrade and does not send it again', async () => {
  const { attempts } = await runLife(named('after'))
  expect(attempts.filter(({ operation }) => operation === 'create')).toHaveLength(1)
  expect(attempts.findIndex(({ result }) => result.includes('has an upgrade'))).toBeGreaterThan(1)
})

test('a throttled create is sent again after the time in Retry-After', async () => {
  const { attempts } = await runLife(named('throttled'))
  const [first, second] = attempts.filter(({ operation }) => operation === 'create')
  expect([first?.result, second?.result]).toEqual(['429', '202'])
  expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThanOrEqual(57_000)
  expect(second?.requestId).toBe(first?.requestId)
})

test('a connection without a response is closed, and the create is not sent again', async () => {
  const { attempts } = await runLife(named('silence'))
  const creates = attempts.filter(({ operation }) => operation === 'create')
  expect(creates.map(({ from, to }) => to - from)).toEqual([60_000])
})
