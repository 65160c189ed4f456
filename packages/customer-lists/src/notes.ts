/** Collects what was ignored, merged or corrected in a list, and reports it in one line each. */
export interface Notes {
  /** Adds a sentence about how the file was read. */
  told(text: string): void
  /** Notes that the file was read as Windows-1252, because it is not UTF-8. */
  windows1252(): void
  /** Notes an unused column; `''` if it has no name. */
  ignoredColumn(name: string): void
  /** Counts a blank row. */
  blankRow(): void
  /** Counts a row that repeats an earlier one. */
  duplicate(line: number, first: number): void
  /** Counts a customer ID that had to be corrected. */
  corrected(line: number, what: readonly string[]): void
  /** Counts a name with U+FFFD, which programs substitute for characters they cannot decode. */
  lostCharacters(line: number): void
  /** Notes a name with non-ASCII characters, which shows the user whether the encoding was right. */
  accented(line: number, name: string): void
  /** Returns the notes, one line each. */
  lines(): readonly string[]
}

const shownColumns = 5
/** The maximum number of columns to keep: a file that is not a list may have any number. */
const mostColumns = 10_000

/** Creates an empty collection of notes. */
export function createNotes(): Notes {
  const told: string[] = []
  const columns = new Set<string>()
  const blank = createTally()
  const duplicates = createTally()
  const corrected = createTally()
  const lost = createTally()
  const kinds = new Set<string>()
  let firstDuplicate = 0
  let accented: string | undefined
  let guessed = false

  return {
    told: (text) => void told.push(text),
    windows1252() {
      guessed = true
    },
    ignoredColumn(name) {
      if (columns.size < mostColumns) columns.add(name)
    },
    blankRow: () => void blank.add(0),
    duplicate(line, first) {
      if (duplicates.add(line)) firstDuplicate = first
    },
    corrected(line, what) {
      corrected.add(line)
      for (const kind of what) kinds.add(kind)
    },
    lostCharacters: (line) => void lost.add(line),
    accented(line, name) {
      accented ??= `, such as ${JSON.stringify(shortened(name))} on line ${line},`
    },
    lines: () => [
      ...(guessed
        ? [`Read as Windows-1252, because it is not UTF-8. If names${accented ?? ''} are wrong, save it as CSV UTF-8.`]
        : []),
      ...told,
      ...ignored(columns, blank.count()),
      ...duplicateRows(duplicates, firstDuplicate),
      ...correctedIds(corrected, [...kinds]),
      ...lostNames(lost),
    ],
  }
}

interface Tally {
  /** Adds one; returns whether it is the first. */
  add(line: number): boolean
  count(): number
  first(): number
}

function createTally(): Tally {
  let count = 0
  let first = 0
  return {
    add(line) {
      if (count === 0) first = line
      return count++ === 0
    },
    count: () => count,
    first: () => first,
  }
}

function ignored(columns: ReadonlySet<string>, blank: number): readonly string[] {
  const named = [...columns].filter((name) => name !== '')
  const quoted = named.slice(0, shownColumns).map((name) => JSON.stringify(shortened(name)))
  const more = named.length > quoted.length ? [`${number(named.length - quoted.length)} more`] : []
  const parts = [
    ...(named.length > 0 ? [`${named.length === 1 ? 'column' : 'columns'} ${listed([...quoted, ...more])}`] : []),
    ...(columns.has('') ? ['cells without a column name'] : []),
    ...(blank > 0 ? [plural(blank, 'blank row')] : []),
  ]
  return parts.length > 0 ? [`Ignored ${parts.join('; ')}.`] : []
}

function duplicateRows(tally: Tally, first: number): readonly string[] {
  const count = tally.count()
  if (count === 0) return []
  if (count === 1) return [`Merged a duplicate row: line ${tally.first()} repeats line ${first}.`]
  return [`Merged ${plural(count, 'duplicate row')}; the first is line ${tally.first()}, which repeats line ${first}.`]
}

function correctedIds(tally: Tally, kinds: readonly string[]): readonly string[] {
  const count = tally.count()
  if (count === 0) return []
  const where = count === 1 ? `on line ${tally.first()}` : `the first on line ${tally.first()}`
  return [`Corrected ${plural(count, 'customer ID')} (${kinds.slice(0, 8).join(', ')}), ${where}.`]
}

function lostNames(tally: Tally): readonly string[] {
  const count = tally.count()
  if (count === 0) return []
  return [
    `${plural(count, 'name')} ${count === 1 ? 'contains' : 'contain'} U+FFFD, the first on line ${tally.first()}: letters were lost when the list was saved.`,
  ]
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
