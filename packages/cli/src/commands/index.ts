import type { AddCommand } from '../command/command.ts'
import { addAudit } from './audit/command.ts'
import { addBulk } from './bulk/command.ts'
import { addCheck } from './check/command.ts'
import { addCreate } from './create/command.ts'
import { addCustomers } from './customers/command.ts'
import { addDocs } from './docs/command.ts'
import { addEligibility } from './eligibility/command.ts'
import { addEnsure } from './ensure/command.ts'
import { addExplain } from './explain/command.ts'
import { addFleet } from './fleet/command.ts'
import { addLogin } from './login/command.ts'
import { addReport } from './report/command.ts'
import { addStatus } from './status/command.ts'
import { addUpgrade } from './upgrade/command.ts'
import { addWatch } from './watch/command.ts'

/** All commands, in the order in which the help lists them. */
export const commands: readonly AddCommand[] = [
  addUpgrade,
  addEligibility,
  addCreate,
  addEnsure,
  addStatus,
  addWatch,
  addCustomers,
  addBulk,
  addReport,
  addAudit,
  addFleet,
  addExplain,
  addDocs,
  addLogin,
  addCheck,
]
