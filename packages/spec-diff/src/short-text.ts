const most = 60

/** Truncates a long text. */
export function cut(text: string): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** Renders a value as short JSON; a missing value is `nothing`. */
export function shortText(value: unknown): string {
  return value === undefined ? 'nothing' : cut(JSON.stringify(value) ?? String(value))
}

/** Renders two values as short JSON, starting shortly before their first difference. */
export function differing(before: unknown, after: unknown): readonly [before: string, after: string] {
  const [old = '', now = ''] = [JSON.stringify(before) ?? 'nothing', JSON.stringify(after) ?? 'nothing']
  let same = 0
  while (same < old.length && old[same] === now[same]) same++
  const start = Math.max(old.length, now.length) > most ? Math.max(0, same - most / 4) : 0
  const from = (text: string) => (start > 0 ? `…${cut(text.slice(start))}` : cut(text))
  return [from(old), from(now)]
}
