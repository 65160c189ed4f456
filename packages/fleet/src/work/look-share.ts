/** Keeps polls of running upgrades going while there are rows to start: while both wait, two of five claimed rows are polls. */
export interface LookShare {
  /** Returns how many of the next `rows` claims are reserved for polls. */
  reserve(rows: number): number
  /** Records how many polls were claimed then. */
  claimed(looks: number): void
}

/** A start takes two turns at the gate, a check and a create, so this gives polls a quarter of the turns. */
const share = 2 / 5

/** Creates a share. Rows are often claimed one at a time, so fractions of a poll are carried over. */
export function createLookShare(): LookShare {
  let [owed, reserved] = [0, 0]
  return {
    reserve(rows) {
      owed += rows * share
      reserved = Math.floor(owed)
      return reserved
    },
    claimed(looks) {
      // A share that polls did not use is not made up for later, nor are polls that ran because there was nothing else to do.
      owed = looks < reserved ? 0 : Math.max(0, owed - looks)
    },
  }
}
