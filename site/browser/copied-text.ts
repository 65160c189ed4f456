/** What somebody wants of a block of code: of a terminal, what was typed there. */
export function copiedText(isTerminal: boolean, text: string): string {
  const typed = text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []))
  return isTerminal && typed.length > 0 ? `${typed.join('\n')}\n` : text
}
