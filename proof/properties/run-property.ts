import fc, { type Arbitrary } from 'fast-check'

/** The cases to try. */
export interface RunOptions {
  readonly seed: number
  /** The number of cases. */
  readonly count: number
}

/** The result of one case. */
export interface Verdict {
  readonly valid: boolean
  /** The disagreement of the two sides, with the command that shows it. */
  readonly disagreement?: string
}

/** The result of all cases. */
export interface Report {
  readonly valid: number
  readonly invalid: number
  /** The smallest disagreement found. */
  readonly disagreement?: string
}

/** Judges cases until two sides disagree on one, which is then shrunk as far as possible. */
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
  return { ...seen, disagreement: (await judge(counterexample[0])).disagreement ?? 'not reproducible' }
}
