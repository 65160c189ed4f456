/** Returns the text to copy from a code block: for a terminal session, only the typed commands. */
export function copiedText(isTerminal: boolean, text: string): string {
  const typed = text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []))
  return isTerminal && typed.length > 0 ? `${typed.join('\n')}\n` : text
}
