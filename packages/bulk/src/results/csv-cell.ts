/** The characters that begin a formula, in any width. */
const formulaSigns = /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/
/** The characters at which a spreadsheet might split the text, depending on its separator setting. */
const separators = /[,;|\t\n\v\f\r\u0085\u2028\u2029]/
/** Characters that some programs drop before a formula: blanks, quotes and invisible characters. */
const ignored = /[\s"\u0085\u200b-\u200f\u2060\ufeff]/

/** Inserts an apostrophe before each character that might begin a formula, which makes it text. */
function defuse(text: string): string {
  let harmless = ''
  let mayBegin = true
  for (const character of text) {
    if (mayBegin && formulaSigns.test(character)) harmless += "'"
    harmless += character
    mayBegin = separators.test(character) || (mayBegin && ignored.test(character))
  }
  return harmless
}

/** Matches most cells (IDs, times and words), which need none of the treatment below. */
const plain = /^\w[\w .:-]*$/

/** Line breaks and tabs: a program with another separator setting ends a row or a cell there, even within quotes. */
const breaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g

/** The other control characters of C0 and C1, NUL among them. */
const controls = /\p{Cc}/gu

/**
 * Formats a text as a CSV cell that spreadsheets keep on one line and do not run as a formula, whether they split at commas, semicolons,
 * tabs or vertical bars.
 *
 * An apostrophe before a formula's first character makes it text; line breaks and tabs become spaces.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCell(text: string): string {
  if (plain.test(text)) return `"${text}"`
  const harmless = oneLine(defuse(text))
  return `"${harmless.replaceAll('"', '""')}"`
}

/** Formats a row of CSV, with cells formatted by {@link toCell}. */
export function toCsvRow(cells: readonly string[], delimiter = ','): string {
  return `${cells.map(toCell).join(delimiter)}\r\n`
}

/** Converts a text to one line without control characters. */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '\ufffd')
}
