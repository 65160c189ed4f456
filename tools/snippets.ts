/** A fenced block of code in a Markdown page. */
export interface Snippet {
  readonly language: string
  readonly code: string
  /** The line of its first line of code, counted from one. */
  readonly line: number
}

/** All fenced blocks of a Markdown text. */
export function snippetsOf(markdown: string): readonly Snippet[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = ''], index, all) => ({
    language,
    code,
    line: markdown.slice(0, all[index]?.index).split('\n').length + 1,
  }))
}

/** What a snippet says it prints: the comment at the end of each line that logs. */
export function promisedOutput(code: string): readonly string[] {
  return [...code.matchAll(/^.*console\.log\(.*\/\/ (.*)$/gm)].map(([, output = '']) => output)
}
