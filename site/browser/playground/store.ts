import { contract } from '@partner-upgrades/spec/contract'
import { exampleCustomers } from './customers.ts'
import { fromHash, parseSituation, type Situation } from './situation.ts'

const key = `situation ${contract.hash}`

/** The situation to begin with: that of the link, else that of the page before, else a fresh one. */
export function loadSituation(): Situation {
  return fromHash(location.hash) ?? stored() ?? freshSituation()
}

/** Customers, and nothing done yet. */
export function freshSituation(): Situation {
  return { customers: exampleCustomers(contract), callsPerMinute: 0, steps: [] }
}

/** Keeps a situation for the next page of this tab. */
export function keepSituation(situation: Situation): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(situation))
  } catch {
    // A browser may refuse to remember: then each page begins afresh.
  }
}

function stored(): Situation | undefined {
  try {
    return parseSituation(sessionStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}
