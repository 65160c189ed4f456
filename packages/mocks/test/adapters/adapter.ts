import { type Breach, breakContract } from './break-contract.ts'
import { type Carried, converse } from './conversation.ts'
import { observe } from './observe.ts'
import type { Reach } from './reach.ts'

/** What every adapter goes through, wherever it lives: what comes back is plain JSON. */
export interface Adapter {
  /** What each row of the one conversation carried. */
  converse(): Promise<readonly Carried[]>
  /** What a caller observes of a preset, in the words of the README's table. */
  observe(preset: string): Promise<string>
  /** What comes of an answer that violates the contract. */
  breakContract(): Promise<Breach>
}

/** An adapter of this very JavaScript. */
export function adapterOf(reach: Reach): Adapter {
  return {
    converse: () => converse(reach),
    observe: (preset) => observe(reach, preset),
    breakContract: () => breakContract(reach),
  }
}
