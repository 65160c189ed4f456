import fc, { type Arbitrary } from 'fast-check'

/** How many cases to try, and which. */
export interface RunOptions {
  readonly seed: number
  /** How many cases. */
  readonly count: number
}

/** What one case has come to. */
export interface Verdict {
  readonly valid: boolean
  /** What the two sides disagree on, with the command that shows it. */
  readonly disagreement?: string
}

/** What all cases have come to. */
export interface Report {
  readonly valid: number
  readonly invalid: number
  /** The smallest disagreement that was found. */
  readonly disagreement?: string
}

/** Judges cases until two sides disagree on one, which is then made as small as it gets. */
export async function runProperty<T>(
  cases: Arbitrary<T>,
  { seed, count }: RunOptions,
  judge: (value: T) => Verdict | Promise<Verdict>,
): Promise<Report> {
  const seen = { valid: 0, invalid: 0 }
  const property = fc.asyncProperty(cases, async (value) => {
    const { valid, disagreement } = await judge(value)
    seen[valid ? 'valid' : 'invalid'] += 1
    return disagreement === undefined
  })
  const { counterexample } = await fc.check(property, { seed, numRuns: count })
  if (counterexample === null) return seen
  return { ...seen, disagreement: (await judge(counterexample[0])).disagreement ?? 'comes and goes' }
}
