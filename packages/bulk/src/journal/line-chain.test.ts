import { expect, test } from 'vitest'
import { createLineChain, type LineChain } from './line-chain.ts'

function chainOf(length: number) {
  const chain: LineChain = createLineChain()
  const digests = [chain.digest]
  for (let line = 1; line <= length; line++) {
    chain.add(line)
    digests.push(chain.digest)
  }
  return { chain, digests }
}

test('the digest depends on the order of the lines', () => {
  const [one, other] = [createLineChain(), createLineChain()]
  for (const checksum of [1, 2]) one.add(checksum)
  for (const checksum of [2, 1]) other.add(checksum)
  expect(one.digest).not.toBe(other.digest)
})

test('each recent digest is remembered at its length', () => {
  const { chain, digests } = chainOf(10)
  expect(digests.map((digest, length) => chain.isPast(length, digest))).toEqual(digests.map(() => true))
  expect(digests.map((digest, length) => chain.isPast(length, digest ^ 1))).toEqual(digests.map(() => false))
})

test('nothing is known of lines to come', () => {
  const { chain, digests } = chainOf(10)
  expect([chain.isPast(11, 0), chain.isPast(11, digests[10] ?? 0), chain.isPast(5_000, 0)]).toEqual([
    false,
    false,
    false,
  ])
})

test('the last 4,096 digests are remembered; of earlier ones, any is believed', () => {
  const { chain } = chainOf(5_000)
  expect([5_000 - 4_095, 5_000 - 4_096, 0].map((length) => chain.isPast(length, 1))).toEqual([false, true, true])
})
