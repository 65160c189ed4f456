const most = 60

/** A text as it is, or its beginning if it is long. */
export function cut(text: string): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** A value in a few characters, as JSON; what is not there is nothing. */
export function shortText(value: unknown): string {
  return value === undefined ? 'nothing' : cut(JSON.stringify(value) ?? String(value))
}

/** Two values in a few characters, from a little before where they begin to differ. */
export function differing(before: unknown, after: unknown): readonly [before: string, after: string] {
  const [old = '', now = ''] = [JSON.stringify(before) ?? 'nothing', JSON.stringify(after) ?? 'nothing']
  let same = 0
  while (same < old.length && old[same] === now[same]) same++
  const start = Math.max(old.length, now.length) > most ? Math.max(0, same - most / 4) : 0
  const from = (text: string) => (start > 0 ? `…${cut(text.slice(start))}` : cut(text))
  return [from(old), from(now)]
}
