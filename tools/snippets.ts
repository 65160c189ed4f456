/** A fenced block of code in a Markdown page. */
export interface Snippet {
  readonly language: string
  readonly code: string
  /** The line of its first line of code, counted from one. */
  readonly line: number
}

/** Finds all fenced blocks of a Markdown text. */
export function snippetsOf(markdown: string): readonly Snippet[] {
  const lines = markdown.split('\n')
  const snippets: Snippet[] = []
  for (let start = 0; start < lines.length; start += 1) {
    const [, language] = /^```(\w+)$/.exec(lines[start] ?? '') ?? []
    if (language === undefined) continue
    const end = lines.indexOf('```', start + 1)
    if (end === -1) break
    const code = lines.slice(start + 1, end).map((line) => `${line}\n`)
    snippets.push({ language, code: code.join(''), line: start + 2 })
    start = end
  }
  return snippets
}

/** The output that a snippet promises: the comment at the end of each line that logs. */
export function promisedOutput(code: string): readonly string[] {
  return code.split('\n').flatMap((line) => {
    const call = line.indexOf('console.log(')
    const comment = line.lastIndexOf('// ')
    return call >= 0 && comment > call ? [line.slice(comment + 3)] : []
  })
}
