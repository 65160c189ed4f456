/** A problem in a specification: its location, and what to do about it. */
export interface CompileProblem {
  /** Path of the file, as it was given or found. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** JSON Pointer into the file. */
  readonly pointer: string
  /** What is wrong and what to do. */
  readonly message: string
  /** The operations that the problem affects, by operationId, or by method and path if they have none. Absent if it affects none. */
  readonly operations?: readonly string[]
}

/** Formats a problem as `file:line:column message`, which editors and terminals turn into a link. */
export function formatProblem(problem: CompileProblem): string {
  const where = problem.pointer === '' ? '' : ` (at ${problem.pointer})`
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}${where}`
}

/** Reports a specification that cannot be compiled. Has the location of the first problem; `problems` lists them all. */
export class CompileError extends Error implements CompileProblem {
  override readonly name = 'CompileError'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
  /** All problems, sorted by file and line. */
  readonly problems: readonly CompileProblem[]

  /** @param summary Whether the message has one line per operation, which is enough for users who will leave them out. */
  constructor(first: CompileProblem, others: readonly CompileProblem[] = [], summary = false) {
    const problems = [first, ...others]
    super([...(summary ? summarize(problems) : problems.map(formatProblem)), ...adviceFor(problems)].join('\n'))
    this.file = first.file
    this.line = first.line
    this.column = first.column
    this.pointer = first.pointer
    this.problems = problems
  }
}

/** Suggests leaving out operations, since not everybody who compiles a description can change it. */
function adviceFor(problems: readonly CompileProblem[]): readonly string[] {
  if (problems.some(({ operations }) => operations === undefined)) return []
  const names = new Set(problems.flatMap(({ operations = [] }) => operations))
  const options = [...names].map((name) => `--without ${/^[\w.-]+$/.test(name) ? name : `'${name}'`}`).join(' ')
  return [`If the description is not yours to correct, compile it ${options}`]
}

/** Returns one line for each problem that affects no operation, and one for each operation. */
function summarize(problems: readonly CompileProblem[]): readonly string[] {
  const ofOperations = new Map<string, CompileProblem[]>()
  for (const problem of problems) {
    for (const name of problem.operations ?? []) ofOperations.set(name, [...(ofOperations.get(name) ?? []), problem])
  }
  const lines = [...ofOperations].map(([name, [first, ...others]]) => {
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    return `${name}: ${first === undefined ? '' : formatProblem(first)}${more}`
  })
  return [...problems.filter(({ operations }) => operations === undefined).map(formatProblem), ...lines]
}
