// Reads the table in docs/decisions that answers the findings of a ruleset.

/** A row of the table: why the findings of a rule in these places change nothing, or how they were fixed. */
export interface Answer {
  readonly rule: string
  /** The places of its findings; `*` matches any text. */
  readonly places: readonly string[]
  readonly text: string
}

/** A finding of a ruleset. */
export interface Finding {
  readonly rule: string
  /** The place in the notation of the table: `Fault.code`, `parameters.PageSize.schema`. */
  readonly place: string
  readonly message: string
}

/** Parses the answers in a Markdown text: rows of three cells, of which the first is code. */
export function parseAnswers(markdown: string): readonly Answer[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, rule = '', places = '', text = ''] = line.split('|').map((cell) => cell.trim())
      return { rule: rule.replaceAll('`', ''), places: places.replaceAll('`', '').split(' '), text }
    })
}

/** Formats a path into a document in the notation of the table: without the segments that every path has. */
export function placeOf(path: readonly (string | number)[]): string {
  return path.filter((key) => key !== 'components' && key !== 'schemas' && key !== 'properties').join('.')
}

/** Returns the findings that no answer covers. */
export function unanswered(findings: readonly Finding[], answers: readonly Answer[]): readonly Finding[] {
  return findings.filter(
    ({ rule, place }) => !answers.some((answer) => answer.rule === rule && answer.places.some(covers(place))),
  )
}

/** Returns the rules and places of answers without a finding. */
export function unneeded(findings: readonly Finding[], answers: readonly Answer[]): readonly string[] {
  return answers.flatMap(({ rule, places }) =>
    places
      .filter((pattern) => !findings.some((finding) => finding.rule === rule && covers(finding.place)(pattern)))
      .map((pattern) => `${rule}: ${pattern}`),
  )
}

function covers(place: string): (pattern: string) => boolean {
  return (pattern) => {
    const [start = '', end] = pattern.split('*')
    if (end === undefined) return place === pattern
    return place.length >= start.length + end.length && place.startsWith(start) && place.endsWith(end)
  }
}
