import { addBulk } from './bulk.ts'
import { addCheck } from './check.ts'
import type { AddCommand } from './command.ts'
import { addCreate } from './create.ts'
import { addEligibility } from './eligibility.ts'
import { addEnsure } from './ensure.ts'
import { addExplain } from './explain.ts'
import { addLogin } from './login.ts'
import { addStatus } from './status.ts'
import { addUpgrade } from './upgrade.ts'
import { addWatch } from './watch.ts'

/** All commands, in the order in which the help lists them. */
export const commands: readonly AddCommand[] = [
  addUpgrade,
  addEligibility,
  addCreate,
  addEnsure,
  addStatus,
  addWatch,
  addBulk,
  addExplain,
  addLogin,
  addCheck,
]
