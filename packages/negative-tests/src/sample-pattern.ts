/** Finds a text that matches a pattern, with a length between two bounds; undefined if none was found. */
export function sampleOfPattern(pattern: string, least = 0, most?: number): string | undefined {
  const expression = new RegExp(pattern, 'u')
  for (let more = 0; more <= Math.min(least, longest); more++) {
    const [text, mixed] = [textFor(pattern, more, false), textFor(pattern, more, true)]
    if (text === undefined || mixed === undefined) return undefined
    const padded = [text, mixed, text.padEnd(least, 'x')]
    const found = padded.find(
      (each) =>
        [...each].length >= least && [...each].length <= (most ?? Number.POSITIVE_INFINITY) && expression.test(each),
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** The maximum number of extra repetitions to try. */
const longest = 256

/**
 * Builds the shortest text for the first of all alternatives, with `more` extra repetitions where a quantifier first allows them, and with
 * varied characters in repetitions if it is to be mixed.
 */
function textFor(pattern: string, more: number, isMixed: boolean): string | undefined {
  const reader: Reader = { source: [...pattern], at: 0, more, isMixed, failed: false }
  const text = readChoice(reader)
  return reader.failed || reader.at < reader.source.length ? undefined : text
}

interface Reader {
  readonly source: readonly string[]
  readonly isMixed: boolean
  at: number
  more: number
  failed: boolean
}

function readChoice(reader: Reader): string {
  const first = readSequence(reader)
  while (reader.source[reader.at] === '|') {
    reader.at++
    readSequence({ ...reader, more: 0 }, reader)
  }
  return first
}

/** Reads a sequence; if it is only skipped, the progress is copied to another reader. */
function readSequence(reader: Reader, told: Reader = reader): string {
  let text = ''
  while (reader.at < reader.source.length && !['|', ')'].includes(reader.source[reader.at] ?? '')) {
    const choices = readAtom(reader)
    const count = readCount(reader)
    text += Array.from({ length: count }, (_, at) => choices[reader.isMixed ? at % choices.length : 0]).join('')
  }
  told.at = reader.at
  told.failed ||= reader.failed
  return text
}

/** Reads an atom, and returns texts that it matches, the plainest first. */
function readAtom(reader: Reader): readonly string[] {
  const character = reader.source[reader.at++] ?? ''
  switch (character) {
    case '^':
    case '$':
      return ['']
    case '.':
      return ['x', '0']
    case '(':
      return [readGroup(reader)]
    case '[':
      return charactersOf(reader, `[${readClass(reader)}`)
    case '\\':
      return readEscape(reader)
    default:
      return [character]
  }
}

function readGroup(reader: Reader): string {
  const isSpecial = reader.source[reader.at] === '?'
  const kind = isSpecial ? (reader.source[reader.at + 1] ?? '') : ''
  const behind = reader.source[reader.at + 2] ?? ''
  const looks = kind === '=' || kind === '!' || (kind === '<' && (behind === '=' || behind === '!'))
  if (isSpecial) {
    reader.at += kind === '<' && looks ? 3 : 2
    if (kind === '<' && !looks) reader.at = reader.source.indexOf('>', reader.at) + 1
  }
  const text = readChoice(reader)
  if (reader.source[reader.at] === ')') reader.at++
  else reader.failed = true
  // A lookaround adds no text; the final match shows whether it is satisfied.
  return looks ? '' : text
}

function readClass(reader: Reader): string {
  let text = ''
  while (reader.at < reader.source.length) {
    const character = reader.source[reader.at++] ?? ''
    text += character
    if (character === '\\') text += reader.source[reader.at++] ?? ''
    else if (character === ']') return text
  }
  reader.failed = true
  return text
}

function readEscape(reader: Reader): readonly string[] {
  const letter = reader.source[reader.at++] ?? ''
  if (letter === 'b' || letter === 'B') return ['']
  if (/[1-9k]/.test(letter)) reader.failed = true
  if (!/[a-zA-Z]/.test(letter)) return [letter]
  const start = reader.at
  if (/[pPu]/.test(letter) && reader.source[start] === '{') reader.at = reader.source.indexOf('}', start) + 1
  else reader.at += lengths[letter] ?? 0
  return charactersOf(reader, `\\${letter}${reader.source.slice(start, reader.at).join('')}`)
}

/** How many characters belong to an escape of fixed length. */
const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, c: 1 }

const common = [...'aA0x1ZzFf9-_. /@:+,;!#%&=é中Ω\t\n']

/** Characters that a class or an escape matches: common ones and those that it names, otherwise the first code points. */
function charactersOf(reader: Reader, source: string): readonly string[] {
  const expression = new RegExp(`^${source}$`, 'u')
  const matching = (characters: readonly string[]) => characters.filter((character) => expression.test(character))
  const usual = matching([...common, ...source])
  const found = usual.length > 0 ? usual : matching(first)
  if (found.length === 0) reader.failed = true
  return found.length === 0 ? [''] : found.slice(0, 4)
}

const first = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code))

/** Reads a quantifier, and returns how often to repeat the atom before it: as often as necessary. */
function readCount(reader: Reader): number {
  const { least, most, length } = quantifierAt(reader)
  if (length === 0) return 1
  reader.at += length
  if (reader.source[reader.at] === '?') reader.at++
  const count = Math.min(most, least + reader.more)
  reader.more -= count - least
  return count
}

function quantifierAt({ source, at }: Reader): {
  readonly least: number
  readonly most: number
  readonly length: number
} {
  const endless = Number.POSITIVE_INFINITY
  switch (source[at]) {
    case '*':
      return { least: 0, most: endless, length: 1 }
    case '+':
      return { least: 1, most: endless, length: 1 }
    case '?':
      return { least: 0, most: 1, length: 1 }
    case '{': {
      const end = source.indexOf('}', at)
      const [least = '', most] = source
        .slice(at + 1, end)
        .join('')
        .split(',')
      return {
        least: Number(least),
        most: most === undefined ? Number(least) : Number(most || endless),
        length: end - at + 1,
      }
    }
    default:
      return { least: 1, most: 1, length: 0 }
  }
}
