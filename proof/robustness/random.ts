import { createRandom as createGenerator } from '@partner-upgrades/tools/random'

/** A generator of pseudo-random values: the same seed gives the same values. */
export interface Random {
  /** A number from 0 to 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** One of several. */
  pick<T>(values: readonly T[]): T
  /** True with this probability. */
  chance(probability: number): boolean
  /** A GUID. */
  guid(): string
}

/** Makes a generator. Further words in the seed give each use its own values. */
export function createRandom(...seed: readonly (number | string)[]): Random {
  const next = createGenerator(hash(seed.join('/')))

  function pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(next() * values.length)]
    if (value === undefined) throw new RangeError('there is nothing to pick from')
    return value
  }

  return {
    next,
    pick,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    guid() {
      const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('')
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    },
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193)
  return state >>> 0
}
