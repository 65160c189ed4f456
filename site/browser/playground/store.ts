import { contract } from '@partner-upgrades/spec/contract'
import { exampleCustomers } from './customers.ts'
import { fromHash, parseSituation, type Situation } from './situation.ts'

const key = `situation ${contract.hash}`

/** Loads the initial situation: from the link, else from the previous page, else a fresh one. */
export function loadSituation(): Situation {
  return fromHash(location.hash) ?? stored() ?? freshSituation()
}

/** Returns a situation with the example customers and no steps. */
export function freshSituation(): Situation {
  return { customers: exampleCustomers(contract), callsPerMinute: 0, steps: [] }
}

/** Stores a situation for the next page in this tab. */
export function keepSituation(situation: Situation): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(situation))
  } catch {
    // A browser may refuse storage: then each page starts fresh.
  }
}

function stored(): Situation | undefined {
  try {
    return parseSituation(sessionStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}
