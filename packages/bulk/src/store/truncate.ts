/**
 * Truncates an untrusted text, and makes it well-formed Unicode: lone surrogates become U+FFFD.
 *
 * @param most the maximum length in UTF-16 code units
 */
export function truncate(text: string, most: number): string {
  // A cut through a surrogate pair drops both halves.
  const cut = text.length > most ? `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…` : text
  return cut.replace(/\p{Surrogate}/gu, '\ufffd')
}
