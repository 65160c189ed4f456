import { createRandom } from '@partner-upgrades/tools/random'

/** Draws that are the same on every run. */
export interface Draw {
  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number
  /** Whether something happens that does so once in so many times. */
  oneIn(times: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  /** Text of characters of any code up to a limit. */
  text(longest: number, highest: number): string
  bytes(longest: number): Uint8Array<ArrayBuffer>
}

/** Draws of a seed. */
export function createDraw(seed: number): Draw {
  const next = createRandom(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    text: (longest, highest) =>
      Array.from({ length: below(longest) }, () => String.fromCharCode(below(highest))).join(''),
    bytes: (longest) => Uint8Array.from({ length: below(longest) }, () => below(256)),
  }
}
