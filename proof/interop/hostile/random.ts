import { createRandom } from '@partner-upgrades/tools/random'

/** Reproducible random draws. */
export interface Draw {
  /** Draws a whole number from 0 to below the limit. */
  below(limit: number): number
  /** Draws `true` once in `times` draws on average. */
  oneIn(times: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  /** Draws a text shorter than `longest`, of character codes below `highest`. */
  text(longest: number, highest: number): string
  bytes(longest: number): Uint8Array<ArrayBuffer>
}

/** Creates the draws of a seed. */
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
