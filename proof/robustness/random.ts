import { createRandom as createGenerator } from '@partner-upgrades/tools/random'

/** A generator of pseudo-random values: the same seed gives the same values. */
export interface Random {
  /** Draws a number from 0 to below 1. */
  next(): number
  /** Draws a whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** Draws one of the values. */
  pick<T>(values: readonly T[]): T
  /** Draws `true` with this probability. */
  chance(probability: number): boolean
  /** Draws a GUID. */
  guid(): string
}

/** Creates a generator. Additional words in the seed give each use its own values. */
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

/** Hashes a text with 32-bit FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193)
  return state >>> 0
}
