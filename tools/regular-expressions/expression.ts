/** A regular expression, and where it is written. */
export interface Expression {
  /** Relative to the root of the repository. */
  readonly file: string
  /** Counted from one. */
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** An expression that is only known when the program runs. */
export interface RuntimeExpression extends Pick<Expression, 'file' | 'line'> {
  /** The code that creates it. */
  readonly code: string
}

/** The expressions found in a file. */
export interface Found {
  readonly expressions: readonly Expression[]
  readonly atRuntime: readonly RuntimeExpression[]
}

/** Formats an expression as a literal of JavaScript. */
export function literal({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source}/${flags}`
}
