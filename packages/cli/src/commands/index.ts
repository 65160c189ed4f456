import type { AddCommand } from './command.ts'
import { addEligibility } from './eligibility.ts'

/** All commands, in the order in which the help lists them. */
export const commands: readonly AddCommand[] = [addEligibility]
