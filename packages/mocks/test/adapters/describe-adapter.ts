import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { faults } from '../../src/core.ts'
import type { Adapter } from './adapter.ts'
import { type Carried, converse, rows } from './conversation.ts'

/** Reads the README's table: each preset, and what a caller observes according to the column of a heading. */
function observations(heading: string): readonly { readonly preset: string; readonly observed: string }[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const lines = readme.split('\n').filter((line) => line.startsWith('|'))
  const table = lines.map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  const start = table.findIndex((cells) => cells[1] === 'preset')
  const column = table[start]?.indexOf(heading) ?? -1
  return table.slice(start + 2).map((cells) => ({ preset: cells[1] ?? '', observed: cells[column] ?? '' }))
}

/** Tests what all adapters promise, and the adapter's column of the README's table. */
export function describeAdapter(heading: string, adapter: Adapter): void {
  describeConversation(heading, adapter)
  describeObservations(heading, adapter)
}

/** Tests that an adapter carries the responses of the core's `fetch` unchanged; `fetch` itself is tested by `describeObservations`. */
function describeConversation(heading: string, adapter: Adapter): void {
  describe(`through ${heading} a conversation is carried unchanged`, () => {
    let expected: readonly Carried[]
    let actual: readonly Carried[]
    beforeAll(async () => {
      const baseUrl = 'https://api.partnercenter.microsoft.com'
      expected = await converse(({ fetch }) => ({ fetch, baseUrl, close: () => {} }))
      actual = await adapter.converse()
    })

    test.each(rows.map(({ name, status }, index) => ({ name, status, index })))(
      '$name: $status',
      ({ status, index }) => {
        expect(actual[index]?.status).toBe(status)
        expect(actual[index]).toEqual(expected[index])
      },
    )
  })
}

/** Tests what the README says about an adapter. */
export function describeObservations(heading: string, adapter: Adapter): void {
  describe(`what a caller observes through ${heading}`, () => {
    const table = observations(heading)

    test('the table has every preset', () => {
      expect(table.map(({ preset }) => preset).sort()).toEqual(Object.keys(faults).sort())
    })

    test.each(table)('$preset: $observed', async ({ preset, observed }) => {
      expect(await adapter.observe(preset)).toBe(observed)
    })
  })

  test(`through ${heading} a response that violates the contract is caught, naming operation, status and location`, async () => {
    // msw logs it to the console, too.
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { told, asserted } = await adapter.breakContract()
    log.mockRestore()
    const breach =
      /The 200 response of getProductUpgradeStatus violates the contract: \/body\/lineItems\/0\/upgradedDate /
    expect(told).toMatch(breach)
    expect(asserted).toMatch(breach)
  })
}
