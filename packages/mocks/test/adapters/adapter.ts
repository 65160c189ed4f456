import { type Breach, breakContract } from './break-contract.ts'
import { type Carried, converse } from './conversation.ts'
import { observe } from './observe.ts'
import type { Reach } from './reach.ts'

/** The tests that every adapter runs, wherever it lives: the results are plain JSON. */
export interface Adapter {
  /** Holds the conversation, and returns the response to each row. */
  converse(): Promise<readonly Carried[]>
  /** Describes what a caller observes of a preset, in the words of the README's table. */
  observe(preset: string): Promise<string>
  /** Sends a response that violates the contract, and returns how that is reported. */
  breakContract(): Promise<Breach>
}

/** An adapter that runs in the same JavaScript environment. */
export function adapterOf(reach: Reach): Adapter {
  return {
    converse: () => converse(reach),
    observe: (preset) => observe(reach, preset),
    breakContract: () => breakContract(reach),
  }
}
