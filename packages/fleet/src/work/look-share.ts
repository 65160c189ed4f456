/** Keeps looks at running upgrades going while there are rows to start: of five rows that are claimed where both wait, two are looks. */
export interface LookShare {
  /** How many of so many rows are to be looks, if there are any. */
  reserve(rows: number): number
  /** Notes how many looks were claimed after that. */
  claimed(looks: number): void
}

/** A start takes two turns at the gate, a check and a create; so this is a quarter of the turns. */
const share = 2 / 5

/** Begins to share. Rows are often claimed one at a time, so what was not a whole look is kept for the next time. */
export function createLookShare(): LookShare {
  let [owed, reserved] = [0, 0]
  return {
    reserve(rows) {
      owed += rows * share
      reserved = Math.floor(owed)
      return reserved
    },
    claimed(looks) {
      // What no look wanted is not made up for later, nor is what looks had because nothing else was to do.
      owed = looks < reserved ? 0 : Math.max(0, owed - looks)
    },
  }
}
