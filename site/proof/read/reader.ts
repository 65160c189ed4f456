/** Reads a text from start to end, ignoring white space between tokens. */
export interface Reader {
  /** Reads exactly this text. @throws SyntaxError if something else is next. */
  take(text: string): void
  /** Reads this text if it is next. */
  skip(text: string): boolean
  /** Reads the match of a sticky expression. @throws SyntaxError if it does not match. */
  word(expression: RegExp): string
  /** Returns the next character without reading it; `raw` includes white space. */
  peek(raw?: boolean): string
  /** Reads one character, including white space. @throws SyntaxError at the end. */
  char(): string
  /** @throws SyntaxError unless everything has been read. */
  end(): void
}

/** Creates a reader of a text. */
export function createReader(text: string): Reader {
  let at = 0
  const skipSpace = (): void => {
    while (/\s/.test(text[at] ?? '')) at += 1
  }
  const fail = (wanted: string): never => {
    throw new SyntaxError(`Wanted ${wanted}, found ${JSON.stringify(text.slice(at, at + 60))}`)
  }
  const reader: Reader = {
    take: (wanted) => {
      if (!reader.skip(wanted)) fail(wanted)
    },
    skip: (wanted) => {
      skipSpace()
      if (!text.startsWith(wanted, at)) return false
      at += wanted.length
      return true
    },
    word: (expression) => {
      skipSpace()
      expression.lastIndex = at
      const found = expression.exec(text)?.[0] ?? fail(String(expression))
      at += found.length
      return found
    },
    peek: (raw = false) => {
      if (!raw) skipSpace()
      return text[at] ?? ''
    },
    char: () => {
      const char = text[at] ?? fail('a character')
      at += 1
      return char
    },
    end: () => {
      skipSpace()
      if (at < text.length) fail('the end')
    },
  }
  return reader
}
