import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('the same seed draws the same values, another seed different ones', () => {
  const draw = (seed: string | number) => {
    const random = createRandom(seed)
    return [random.guid(), random.integer(1_000_000), random.text(16, 'abc')]
  }
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
  expect(draw(1)).not.toEqual(draw(2))
})

test('ten thousand GUIDs are well formed and all different', () => {
  const random = createRandom(7)
  const guids = new Set(Array.from({ length: 10_000 }, () => random.guid()))
  expect(guids.size).toBe(10_000)
  for (const each of guids) expect(each).toMatch(guid)
})

test('integers stay below their limit and take every value', () => {
  const random = createRandom('even')
  const counts = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 10_000; draw += 1) {
    const value = random.integer(10)
    counts[value] = (counts[value] ?? Number.NaN) + 1
  }
  expect(counts).toHaveLength(10)
  for (const count of counts) expect(count).toBeGreaterThan(800)
})

test('a string has the requested length and alphabet', () => {
  expect(createRandom('x').text(32, 'AB')).toMatch(/^[AB]{32}$/)
})

/** How often each of 32 bits is set, from 0 to 1. */
function bitShares(draws: readonly number[]): readonly number[] {
  return Array.from({ length: 32 }, (_, bit) => draws.filter((draw) => (draw >>> bit) & 1).length / draws.length)
}

// For 4,000 tosses of a fair coin, a deviation of more than 0.04 has a probability below one in a million.
const fair = { least: 0.46, most: 0.54 }

test('every bit is set half of the time, in one sequence and across the first draws of many seeds', () => {
  const random = createRandom('bits')
  const sequence = Array.from({ length: 4_000 }, () => random.integer(2 ** 32))
  const firsts = Array.from({ length: 4_000 }, (_, seed) => createRandom(seed).integer(2 ** 32))
  const neighbours = firsts.map((draw, seed) => (draw ^ (firsts[seed - 1] ?? 0)) >>> 0)
  const successors = sequence.map((draw, index) => (draw ^ (sequence[index - 1] ?? 0)) >>> 0)
  for (const draws of [sequence, firsts, neighbours, successors]) {
    expect(Math.min(...bitShares(draws))).toBeGreaterThan(fair.least)
    expect(Math.max(...bitShares(draws))).toBeLessThan(fair.most)
  }
})

test('similar seeds give unrelated sequences', () => {
  const seeds = ['', '0', '00', ' 0', 'ab', 'ba', 'aab', 'aba', 'é', '\u00e9 ', 'x'.repeat(1_000), 'x'.repeat(1_001)]
  expect(new Set(seeds.map((seed) => createRandom(seed).guid())).size).toBe(seeds.length)
  expect(createRandom(7).guid()).toBe(createRandom('7').guid())
})

test('each random digit of a GUID takes every value equally often', () => {
  const random = createRandom('digits')
  const guids = Array.from({ length: 4_000 }, () => random.guid().replaceAll('-', ''))
  for (let place = 0; place < 32; place += 1) {
    const counts = new Map<string, number>()
    for (const guid of guids) counts.set(guid[place] ?? '', (counts.get(guid[place] ?? '') ?? 0) + 1)
    const values = place === 12 ? 1 : place === 16 ? 4 : 16
    expect([...counts.keys()].length, `digit ${place}`).toBe(values)
    for (const count of counts.values()) expect(count / (4_000 / values), `digit ${place}`).toBeGreaterThan(0.6)
  }
})

test('a string takes every character at every position about equally often', () => {
  const random = createRandom('text')
  const alphabet = '0123456789'
  const texts = Array.from({ length: 3_000 }, () => random.text(20, alphabet))
  for (let place = 0; place < 20; place += 1) {
    for (const character of alphabet) {
      const share = texts.filter((text) => text[place] === character).length / texts.length
      expect(share, `${character} at ${place}`).toBeGreaterThan(0.07)
      expect(share, `${character} at ${place}`).toBeLessThan(0.14)
    }
  }
  expect(new Set(texts).size).toBe(3_000)
})

test('no part of a GUID repeats another', () => {
  const random = createRandom('parts')
  const repeating = Array.from({ length: 1_000 }, () => random.guid().replaceAll('-', '').match(/.{4}/g) ?? []).filter(
    (parts) => new Set(parts).size < parts.length,
  )
  expect(repeating.length).toBeLessThan(10)
})

/** The same generator, computed with `BigInt`: `sfc32` over four words that the seed is folded into. */
function* reckoned(seed: string): Generator<number, never> {
  const word = (value: bigint): bigint => BigInt.asUintN(32, value)
  const state = [1_779_033_703n, 3_144_134_277n, 1_013_904_242n, 2_773_480_762n]
  const factors = [597_399_067n, 2_869_860_233n, 951_274_213n, 2_716_044_179n]
  for (const unit of seed.split('')) {
    for (const [at, factor] of factors.entries()) {
      const folded = (state[at] ?? 0n) ^ BigInt(unit.charCodeAt(0)) ^ (state[(at + 1) % 4] ?? 0n)
      state[at] = word(folded * factor)
    }
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n] = state
  for (let drawn = 0; ; drawn += 1) {
    const result = word(a + b + d)
    a = b ^ (b / 512n)
    b = word(c * 9n)
    c = word(word(c * 2n ** 21n) + c / 2n ** 11n + result)
    d = word(d + 1n)
    if (drawn >= 15) yield Number(result)
  }
}

// Users keep IDs in snapshots: the next release must draw the same ones.
test.each(['0', 'contoso', '\u{1f4a5} and more'])('the seed "%s" draws the same values in every release', (seed) => {
  const random = createRandom(seed)
  const expected = reckoned(seed)
  for (let draw = 0; draw < 100; draw += 1) expect(random.integer(2 ** 32)).toBe(expected.next().value)
})
