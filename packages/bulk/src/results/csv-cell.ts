/** What begins a formula, in any width. */
const formulaSigns = /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/
/** Where a spreadsheet might split the text, which depends on the separator that it is set to. */
const separators = /[,;|\t\n\v\f\r\u0085\u2028\u2029]/
/** What changes nothing before a formula, because some programs drop it: blanks, quotes and invisible characters. */
const ignored = /[\s"\u0085\u200b-\u200f\u2060\ufeff]/

/** Puts an apostrophe before each sign at which a formula might begin: then it is text. */
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

/** Most cells: IDs, times and words, without anything that the others are about. */
const plain = /^\w[\w .:-]*$/

/** Line breaks and tabs: a program that is set to another separator ends a row or a cell there, quotes or not. */
const breaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g

/** The other control characters of C0 and C1, NUL among them. */
const controls = /\p{Cc}/gu

/**
 * Writes a text as a cell of CSV that is on one line, and no formula, to a spreadsheet that splits at commas, semicolons, tabs or bars.
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

/** Writes a row of CSV; its cells as {@link toCell} writes them. */
export function toCsvRow(cells: readonly string[], delimiter = ','): string {
  return `${cells.map(toCell).join(delimiter)}\r\n`
}

/** Puts a text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '\ufffd')
}
