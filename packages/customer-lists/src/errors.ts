/** The list of customers cannot be read, or has changed. The base class of this package's errors. */
export class ListError extends Error {
  override name = 'ListError'
}

/** A problem with the list of customers. */
export interface InputProblem {
  /** The line of the file, counted from 1. */
  readonly line: number
  /** A description of the problem. */
  readonly text: string
}

/** The maximum number of problems in an error message. */
const shown = 50

/** The list of customers is invalid. Nothing was sent. */
export class InputError extends ListError {
  override name = 'InputError'
  /** The first 1,000 problems, by line. */
  readonly problems: readonly InputProblem[]
  /** The total number of problems. */
  readonly count: number

  constructor(path: string, problems: readonly InputProblem[], count: number) {
    const lines = problems.slice(0, shown).map(({ line, text }) => `  line ${line}: ${text}`)
    const more = count > lines.length ? [`  and ${(count - lines.length).toLocaleString('en')} more`] : []
    const what = count === 1 ? '1 problem' : `${count.toLocaleString('en')} problems`
    super(`${path} has ${what}. Nothing was sent.\n${[...lines, ...more].join('\n')}`)
    this.problems = problems
    this.count = count
  }
}
