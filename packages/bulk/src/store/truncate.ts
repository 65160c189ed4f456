/**
 * Cuts a text from elsewhere to a length, and makes it well-formed Unicode: what is no character becomes U+FFFD.
 *
 * @param most in UTF-16 code units
 */
export function truncate(text: string, most: number): string {
  // A cut between the halves of a character leaves neither.
  const cut = text.length > most ? `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…` : text
  return cut.replace(/\p{Surrogate}/gu, '\ufffd')
}
