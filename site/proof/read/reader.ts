/** Reads a text from its start to its end. Space between what is read does not count. */
export interface Reader {
  /** Reads exactly this. @throws SyntaxError if something else is next. */
  take(text: string): void
  /** Reads this if it is next. */
  skip(text: string): boolean
  /** Reads what an expression, a sticky one, matches. @throws SyntaxError if it does not. */
  word(expression: RegExp): string
  /** The next character, not read; `raw` if space counts. */
  peek(raw?: boolean): string
  /** Reads one character, space too. @throws SyntaxError at the end. */
  char(): string
  /** @throws SyntaxError unless everything has been read. */
  end(): void
}

/** A reader of a text. */
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
